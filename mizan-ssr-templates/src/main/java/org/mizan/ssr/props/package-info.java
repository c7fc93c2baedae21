/** Models become props: JSON by the rules of results, from values whose types nobody declared. */
@NullMarked
package org.mizan.ssr.props;

import org.jspecify.annotations.NullMarked;
