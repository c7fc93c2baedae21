package org.mizan.cdi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"call", "call/", "/call/", "/call;v=1/", "c%61ll"})
    void call_isFound(String path) {
        assertInstanceOf(EndpointPath.Call.class, EndpointPath.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "/session/"})
    void session_isFound(String path) {
        assertInstanceOf(EndpointPath.Session.class, EndpointPath.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest", "/manifest/"})
    void manifest_isFound(String path) {
        assertInstanceOf(EndpointPath.Manifest.class, EndpointPath.of(path));
    }

    @ParameterizedTest
    @CsvSource({
        "ctx/user,user",
        "/ctx/user/,user",
        "/ctx;a=b/user;c=d/,user",
        "ctx/%75ser,user",
        "ctx/a%2Fb,a/b",
        "ctx/a+b,a+b",
        "ctx/%zz,%zz"
    })
    void context_isNamed(String path, String name) {
        assertEquals(new EndpointPath.Context(name), EndpointPath.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "ctx",
                "ctx/a/b",
                "call//",
                "//call",
                "calls",
                "Call",
                "session/x",
                "manifest/x",
                "%zz"
            })
    void anythingElse_isUnknown(String path) {
        assertInstanceOf(EndpointPath.Unknown.class, EndpointPath.of(path));
    }
}
