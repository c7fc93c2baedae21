package org.mizan.core.schema.build;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mizan.core.problem.Problem;
import org.mizan.core.schema.type.NoJsonFormException;

/** The messages of this package: codes 00200 to 00299. */
final class BuildMessages {
    private BuildMessages() {}

    static Problem duplicateFunction(String name, List<String> places) {
        return Problem.error(
                200,
                String.join(" and ", places),
                "they have the same function name '" + name + "'.",
                "Give one of them another with @Client(name = …).");
    }

    static Problem contextAndAffects(String place) {
        return Problem.error(
                201,
                place,
                "a function reads a context or affects one, not both.",
                "Split it into a function with context = … and one with affects = … .");
    }

    static Problem unknownContext(String place, String context, String nearest) {
        return Problem.error(
                202,
                place,
                "it affects the context '" + context + "', to which no function belongs." + nearest,
                "Give a function context = … of that class, or affect another one.");
    }

    static Problem unknownFunction(String place, String function, String nearest) {
        return Problem.error(
                203,
                place,
                "affectsFunctions names '" + function + "', which is no function of a context." + nearest,
                "Write the name of a function that has a context.");
    }

    static Problem parameterTypes(String context, String parameter, List<String> uses) {
        return Problem.error(
                204,
                "context '" + context + "'",
                "its functions declare the parameter '" + parameter + "' differently: "
                        + uses.stream().collect(Collectors.joining("; ")) + ".",
                "Give it one type and one default, or two names.");
    }

    static Problem noParameterNames(String place, int index) {
        return Problem.error(
                205,
                place,
                "the name of parameter " + (index + 1) + " was not compiled in.",
                "Compile with -parameters, or name it with @Param(\"…\").");
    }

    static Problem nothingToRead(String place) {
        return Problem.error(
                206,
                place,
                "it belongs to a context but returns nothing.",
                "Return what the context shows, or remove context = … .");
    }

    static Problem noJsonForm(String place, String what, NoJsonFormException type) {
        return Problem.error(207, place, what + ": " + type.getMessage() + ".", type.remedy());
    }

    static Problem endlessType(String place, String type) {
        return Problem.error(
                207,
                place,
                type + " has no JSON form: every value of it would contain another one, without end.",
                "Make a property of the cycle @Nullable, an Optional or a list.");
    }

    static Problem overlappingRoutes(String first, String second, String template, String otherTemplate) {
        return Problem.error(
                208,
                first + " and " + second,
                "a request can match both @Route(\"" + template + "\") and @Route(\"" + otherTemplate + "\").",
                "Change a literal segment or the methods of one of them.");
    }

    static Problem illegalName(String place, String what, String name) {
        return Problem.error(
                209,
                place,
                "'" + name + "' is no legal name for a " + what + ".",
                "Use letters, digits and _, not beginning with a digit.");
    }

    static Problem negative(String place, String attribute, int value) {
        return Problem.error(
                210,
                place,
                attribute + " = " + value + " is below zero.",
                "Use a number from 0, or leave the attribute out.");
    }

    static Problem notInterceptable(String place, String modifier) {
        return Problem.error(
                211,
                place,
                "the method is " + modifier + ", so calls to it cannot be intercepted.",
                "Make it a public method that is neither static nor final.");
    }

    static Problem notProxyable(String type, String why) {
        return Problem.error(
                212,
                type,
                "it has @Client methods, but the class " + why + ", so it cannot be proxied.",
                "Make it a class that is not final, with a constructor without parameters that is not private.");
    }

    static Problem asynchronous(String place) {
        return Problem.error(
                213,
                place,
                "it returns a CompletionStage, which functions do not support.",
                "Return the value itself. View functions may be asynchronous.");
    }

    static Problem clientOnClass(String type) {
        return Problem.error(
                214, type, "@Client stands on the class.", "Put it on each method that is to be a function.");
    }

    static Problem routeOnResource(String place) {
        return Problem.error(
                215,
                place,
                "@Route stands on a method of a resource or controller.",
                "Use @Path there; @Route is for plain beans.");
    }

    static Problem badRoute(String place, String template, String why) {
        return Problem.error(
                216,
                place,
                "@Route(path = \"" + template + "\") " + why + ".",
                "Write it as \"/webhooks/{id}\": a literal segment first, each parameter a whole segment, no regular"
                        + " expressions.");
    }

    static Problem notInQuery(String place, String parameter, String type) {
        return Problem.error(
                217,
                place,
                "the parameter '" + parameter + "' of type " + type + " cannot travel in a query string.",
                "Use text, numbers, booleans, enums, dates, UUIDs or lists of those for the parameters of a context.");
    }

    static Problem otherScopeType(String place, String parameter, String type, String context, String contextType) {
        return Problem.error(
                218,
                place,
                "the parameter '" + parameter + "' is " + type + " here and " + contextType + " in the context '"
                        + context + "' that it affects, so the scope would never match.",
                "Use the same type, or rename one with @Param.");
    }

    static Problem unknownShape(String context, String parameter) {
        return Problem.error(
                219,
                "context '" + context + "'",
                "@ScopedBy names '" + parameter + "', which is none of its parameters.",
                "Name parameters that its functions take.");
    }

    static Problem badDefault(String place, String parameter, String why) {
        return Problem.error(
                220,
                place,
                "the default value of '" + parameter + "' " + why + ".",
                "Write it as the value would stand in a query string.");
    }

    static Problem contextName(String name, String first, String second) {
        return Problem.error(
                221,
                first + " and " + second,
                "both name the context '" + name + "'.",
                "Use one class, or give one of them another name with @ContextName.");
    }

    static Problem twoParameters(String place, String name) {
        return Problem.error(222, place, "two parameters have the name '" + name + "'.", "Rename one with @Param.");
    }

    static Problem routeWithoutParameter(String place, String parameter) {
        return Problem.error(
                223,
                place,
                "the path of its @Route has {" + parameter + "}, but the method takes no parameter of that name.",
                "Add the parameter, or name it with @Param(\"" + parameter + "\").");
    }

    static Problem cannotBeMade(String place, String parameter, String why) {
        return Problem.error(
                224,
                place,
                "the parameter '" + parameter + "': " + why + ", so JSON-B cannot make one.",
                "Use a record, give the class a public constructor without parameters, or annotate one constructor"
                        + " @JsonbCreator; beside an adapter or format, name the subtypes of a sealed type with"
                        + " @JsonbTypeInfo.");
    }

    static Problem noPage(String place, String why) {
        return Problem.error(
                225,
                place,
                "it is @Prerender but no page: it " + why + ".",
                "Write it on a @GET method with @Client(context = …) of a class with @Path, or remove @Prerender.");
    }

    static Problem pageWithoutContext(String place, @Nullable String context) {
        return Problem.error(
                226,
                place,
                "it is @Prerender, but "
                        + (context == null
                                ? "names no context"
                                : "no function with a value belongs to its context '" + context + "'")
                        + ", so nothing would ever outdate the page.",
                "Name the context that the page shows: @Client(context = …), or remove @Prerender.");
    }

    static Problem pageForCallers(String place, String function) {
        return Problem.error(
                227,
                place,
                "it is @Prerender, but " + (function.equals(place) ? "it" : function)
                        + " needs a caller, so the page is not for everybody.",
                "Annotate what everybody may read @PermitAll and remove its guards, or remove @Prerender.");
    }

    static Problem pageNeverKept(String place, String context) {
        return Problem.error(
                228,
                place,
                "it is @Prerender, but it or a function of the context '" + context + "' is cache = NEVER.",
                "Remove cache = NEVER or @Prerender.");
    }

    static Problem pageWithoutParameter(String place, String context, String parameter) {
        return Problem.error(
                229,
                place,
                "it is @Prerender but does not take '" + parameter + "', which the context '" + context
                        + "' requires, so mutations of one " + parameter + " would not outdate the page.",
                "Take the parameter, by @PathParam or @QueryParam, or remove @Prerender.");
    }

    static Problem notInPagesKey(String place, String annotation) {
        return Problem.error(
                230,
                place,
                "it is @Prerender, but its page depends on a @" + annotation + ", which visitors do not share.",
                "Take it by @PathParam or @QueryParam, or remove @Prerender.");
    }

    static Problem neverAffected(String context) {
        return Problem.warning(
                250,
                "context '" + context + "'",
                "no function affects it, so clients and caches keep what they fetched.",
                "Let the mutations say affects = …, announce programmatic scopes with @ScopedBy, or limit it with"
                        + " cache = seconds.");
    }

    static Problem emptyContext(String type) {
        return Problem.warning(
                251, type, "no function belongs to this context.", "Remove the class, or give a function its context.");
    }

    static Problem alwaysBroad(String place, String context, List<String> parameters) {
        return Problem.warning(
                252,
                place,
                "it shares no parameter name with the context '" + context + "' " + parameters
                        + ", so every call outdates the whole context.",
                "Take one of these parameters, or add exact targets with Invalidations.");
    }

    static Problem noScope(String type) {
        return Problem.warning(
                253,
                type,
                "a resource or controller with @Client methods has no scope annotation, which not every server makes"
                        + " a bean.",
                "Annotate it @RequestScoped.");
    }
}
