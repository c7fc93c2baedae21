vcl 4.1;
# Written by mizan:vcl from the edge manifest of an application; do not edit. docs/edge.md explains it.
# Varnish 7 with the vmods of the Debian package varnish-modules.

import std;
import var;
import vsthrottle;
import xkey;

@backend@

sub vcl_recv {
    unset req.http.Mizan-Keep;
    unset req.http.Mizan-Kind;
    unset req.http.Mizan-Page;
    unset req.http.Mizan-Params;
    unset req.http.Mizan-Path;
    unset req.http.Mizan-Query;
    unset req.http.Mizan-Shared;
    unset req.http.Mizan-Status;
    unset req.http.Mizan-Tags;
    unset req.http.Mizan-Ttl;
    unset req.http.Mizan-Url;
    unset req.http.Mizan-Watch;

    if (req.method == "PURGE") {
        # Varnish has added the peer's address: a comma says that a proxy stood before it, whose address is no proof.
        if (client.ip !~ mizan_purgers || req.http.X-Forwarded-For ~ "," || req.http.Forwarded) {
            return (synth(403, "Purges are not taken from this address"));
        }
        if (!req.http.X-Mizan-Invalidate) {
            return (synth(400, "A purge needs X-Mizan-Invalidate"));
        }
        std.collect(req.http.X-Mizan-Invalidate, ", ");
        var.set("header", req.http.X-Mizan-Invalidate);
        var.set("token", req.xid);
        call mizan_invalidate;
        return (synth(200, "Purged " + var.get_int("purged")));
    }
    if (req.method == "CONNECT" || req.method == "PRI") {
        return (synth(405, "Method Not Allowed"));
    }
    if (req.method == "GET" && req.http.Upgrade ~ "(?i)^websocket$") {
        return (pipe);
    }
    # A page of another origin: what it may read depends on who asks. A long address would make long tags (64 KB is all that
    # there is for a request).
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Origin || req.http.X-HTTP-Method-Override
            || req.url ~ "^.{1500}") {
        return (pass);
    }

    set req.http.Mizan-Path = regsub(req.url, "\?.*$", "");
    # One way to write what forms and encodeURIComponent write differently.
    set req.http.Mizan-Query = regsuball(regsuball(regsuball(regsuball(regsuball(regsuball(regsub(req.url, "^[^?]*\??", ""),
        "\+", "%20"), "!", "%21"), "'", "%27"), "\(", "%28"), "\)", "%29"), "\*", "%2A");
    if (req.http.Mizan-Query ~ "^.{1500}") {
        return (pass);
    }
    var.set("tags", "*");
    call mizan_route;
    set req.http.Mizan-Tags = var.get("tags");

    if (req.http.Mizan-Keep != "yes") {
        return (pass);
    }
    if (@credentials@) {
        if (req.http.Mizan-Shared != "yes") {
            return (pass);
        }
        # The same for all: so it is fetched as nobody.
@anonymous@    }
    if (req.http.Mizan-Kind == "page") {
        if (req.http.Accept !~ "(?i)text/html") {
            return (pass);
        }
        set req.http.Accept = "text/html";
    } else {
        unset req.http.Accept;
        unset req.http.Accept-Language;
    }
    # Nothing that is not in the key reaches the origin from who asks first.
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-For;
    unset req.http.X-Forwarded-Server;
    unset req.http.X-Forwarded-Ssl;
    unset req.http."$WSIS";
    unset req.http."$WSPR";
    unset req.http."$WSSC";
    unset req.http."$WSSN";
    unset req.http."$WSSP";
    unset req.http.X-Original-URL;
    unset req.http.X-Rewrite-URL;
    unset req.http.User-Agent;
    unset req.http.Referer;
    unset req.http.X-Mizan-Schema;
    set req.url = req.http.Mizan-Url;
    return (hash);
}

sub vcl_hash {
    # The manifest: what an earlier release answered is no answer of this one.
    hash_data("@digest@");
    hash_data(req.url);
    hash_data(req.http.Host);
    hash_data(req.http.Accept-Language);
    hash_data(req.http.X-Forwarded-Host);
    hash_data(req.http.X-Forwarded-Port);
    hash_data(req.http.X-Forwarded-Prefix);
    hash_data(req.http.X-Forwarded-Proto);
    return (lookup);
}

sub vcl_pipe {
    set bereq.http.Upgrade = req.http.Upgrade;
    set bereq.http.Connection = "upgrade";
    return (pipe);
}

sub vcl_miss { set req.http.Mizan-Status = "fwd=miss"; }
sub vcl_pass { set req.http.Mizan-Status = "fwd=bypass"; }

# The token of the last purge of each context that an answer belongs to ("watch"): another one than when its fetch began
# means that it is outdated.
sub mizan_tokens {
    var.set("tokens", var.global_get("mizan *"));
    var.set("begun", var.get("begun *"));
@tokens@}

# A page says what it shows when it is there: until then it may be any of them.
sub mizan_begin {
    var.set("begun *", var.global_get("mizan *"));
@begin@}

sub vcl_hit {
    set req.http.Mizan-Status = "hit";
    # Just stored, and not seen below by who asked for it: perhaps it was purged between the look at the tokens and the
    # index of tags. Whoever asks later need not know.
    if (obj.http.Mizan-Begun && obj.age < 5s && vsthrottle.remaining(obj.http.Mizan-Object, 1, 10s) > 0) {
        var.set("watch", obj.http.Mizan-Watch);
        call mizan_tokens;
        if (var.get("tokens") != obj.http.Mizan-Begun) {
            var.set_int("gone", xkey.purge(obj.http.Mizan-Object));
            return (pass);
        }
    }
}

sub vcl_backend_fetch {
    var.set("keep", bereq.http.Mizan-Keep);
    var.set("kind", bereq.http.Mizan-Kind);
    var.set("page", bereq.http.Mizan-Page);
    var.set("tags", bereq.http.Mizan-Tags);
    var.set("ttl", bereq.http.Mizan-Ttl);
    var.set("watch", bereq.http.Mizan-Watch);
    call mizan_begin;
    unset bereq.http.Mizan-Keep;
    unset bereq.http.Mizan-Kind;
    unset bereq.http.Mizan-Page;
    unset bereq.http.Mizan-Params;
    unset bereq.http.Mizan-Path;
    unset bereq.http.Mizan-Query;
    unset bereq.http.Mizan-Shared;
    unset bereq.http.Mizan-Status;
    unset bereq.http.Mizan-Tags;
    unset bereq.http.Mizan-Ttl;
    unset bereq.http.Mizan-Url;
    unset bereq.http.Mizan-Watch;
}

sub vcl_backend_response {
    unset beresp.http.xkey;
    unset beresp.http.Mizan-Begun;
    unset beresp.http.Mizan-Object;
    unset beresp.http.Mizan-Watch;
    unset beresp.http.Age;
    if (bereq.uncacheable) {
        return (deliver);
    }
    # Vary: Varnish itself asks for gzip, and gives what the browser can read; what was asked had no credentials, no origin
    # and one type. A page's language is in its key.
    set beresp.http.Mizan-Vary = beresp.http.Vary;
    if (var.get("kind") == "page") {
        set beresp.http.Mizan-Vary = regsuball(beresp.http.Mizan-Vary, "(?i)accept-language", "");
    }
    set beresp.http.Mizan-Vary = regsuball(beresp.http.Mizan-Vary,
        "(?i)accept-encoding|accept|origin|cookie|authorization|x-mizan-token|[, \t]", "");
    std.collect(beresp.http.CDN-Cache-Control, ", ");
    std.collect(beresp.http.Content-Security-Policy, ", ");
    std.collect(beresp.http.Content-Security-Policy-Report-Only, ", ");
    std.collect(beresp.http.X-Mizan-Page, ", ");
    if (var.get("kind") == "page" && beresp.http.X-Mizan-Page) {
        var.set("shown", regsuball(beresp.http.X-Mizan-Page, "[ \t]*,[ \t]*", ","));
@listed@        call mizan_shown;
    }
    call mizan_tokens;
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    if (var.get("keep") != "yes" || beresp.status != 200
            || beresp.http.Set-Cookie || beresp.http.X-Mizan-Invalidate
            || beresp.http.Mizan-Vary != ""
            || beresp.http.Cache-Control ~ "(?i)private"
            || beresp.http.CDN-Cache-Control ~ "(?i)private|no-store|no-cache"
            || beresp.http.Content-Security-Policy ~ "(?i)'nonce-"
            || beresp.http.Content-Security-Policy-Report-Only ~ "(?i)'nonce-"
            || (var.get("kind") == "bundle" && beresp.http.Content-Type !~ "(?i)^application/json")
            || (var.get("kind") == "page" && beresp.http.Content-Type !~ "(?i)^text/html")
            || (var.get("page") != "" && regsub(beresp.http.X-Mizan-Page, "[ \t]*,.*$", "") != var.get("page"))) {
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    } elseif (var.get("begun") != var.get("tokens")) {
        # Purged while it was fetched: whoever waits for it has to fetch anew.
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    } else {
        set beresp.ttl = std.duration(var.get("ttl"), 0s);
        set beresp.http.xkey = var.get("tags") + " object/" + bereq.xid;
        set beresp.http.Mizan-Begun = var.get("begun");
        set beresp.http.Mizan-Object = "object/" + bereq.xid;
        set beresp.http.Mizan-Watch = var.get("watch");
    }
    unset beresp.http.Mizan-Vary;
    return (deliver);
}

sub vcl_deliver {
    # Before the first byte: whoever has been answered reads what is new. (Tags can be purged by clients' threads alone.)
    if (resp.http.X-Mizan-Invalidate) {
        std.collect(resp.http.X-Mizan-Invalidate, ", ");
        var.set("header", resp.http.X-Mizan-Invalidate);
        var.set("token", req.xid);
        call mizan_invalidate;
    }
    if (resp.http.Mizan-Object && obj.hits == 0) {
        # Stored between the look at the tokens and the index of tags: seen now.
        var.set("watch", resp.http.Mizan-Watch);
        call mizan_tokens;
        if (var.get("tokens") != resp.http.Mizan-Begun) {
            var.set_int("gone", xkey.purge(resp.http.Mizan-Object));
        } elseif (vsthrottle.is_denied(resp.http.Mizan-Object, 1, 10s)) {
            # Its one token for ten seconds is taken: that is how others know.
        }
    }
@deliver@    unset resp.http.xkey;
    unset resp.http.Mizan-Begun;
    unset resp.http.Mizan-Object;
    unset resp.http.Mizan-Watch;
    unset resp.http.X-Mizan-Page;
}

sub vcl_synth {
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.Cache-Control = "no-store";
    set resp.body = resp.reason + {"
"};
    return (deliver);
}

# What "header" says is stale. What cannot be read, and more than can be looked at, is everything.
sub mizan_invalidate {
    if (var.get("header") ~ {"^.{@longest@}"}
            || var.get("header") !~ {"@grammar@"} || var.get("header") ~ {"^(?:[^,]*+,){@limit@}"}
            || var.get("header") ~ {";([A-Za-z0-9_]++)=[^;,]*+(?:;[^;,]++)*?;\1="} || var.get("header") ~ "[*]") {
        call mizan_everything;
    } else {
        call mizan_targets;
    }
}

sub mizan_everything {
    var.global_set("mizan *", var.get("token"));
    var.set_int("purged", var.get_int("purged") + xkey.purge("*"));
}

sub mizan_targets {
@targets@}

sub mizan_target {
@contexts@}

# What a page shows beside the contexts of its address: "function,context;param=value,context". What is not kept, unknown,
# or more than can be looked at, is no page to keep.
sub mizan_shown {
@shown@}

sub mizan_show {
    # What follows the name, as a query writes it: "&userId=5".
    var.set("params", regsuball(regsub(var.get("target"), "^[^;]+", ""), ";", "&"));
@show@}

@subs@sub mizan_route {
@routes@}
