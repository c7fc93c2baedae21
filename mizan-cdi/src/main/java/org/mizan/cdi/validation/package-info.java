/** Bean Validation of arguments, when the platform has it. */
@NullMarked
package org.mizan.cdi.validation;

import org.jspecify.annotations.NullMarked;
