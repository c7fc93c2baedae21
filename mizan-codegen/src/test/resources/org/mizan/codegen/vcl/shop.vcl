vcl 4.1;
# Written by mizan:vcl from the edge manifest of an application; do not edit. docs/edge.md explains it.
# Varnish 7 with the vmods of the Debian package varnish-modules.

import std;
import var;
import vsthrottle;
import xkey;

backend default {
    .host = "127.0.0.1";
    .port = "8080";
}

acl mizan_purgers {
    "127.0.0.1";
    "::1";
}

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
    if (req.http.Cookie || req.http.Authorization || req.http.X-Mizan-Token) {
        if (req.http.Mizan-Shared != "yes") {
            return (pass);
        }
        # The same for all: so it is fetched as nobody.
        unset req.http.Cookie;
        unset req.http.Authorization;
        unset req.http.X-Mizan-Token;
    }
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
    hash_data("994fbb50945f0f39");
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
    if (var.get("watch") ~ ",brief,") {
        var.set("tokens", var.get("tokens") + "/" + var.global_get("mizan brief"));
        var.set("begun", var.get("begun") + "/" + var.get("begun brief"));
    }
    if (var.get("watch") ~ ",catalog,") {
        var.set("tokens", var.get("tokens") + "/" + var.global_get("mizan catalog"));
        var.set("begun", var.get("begun") + "/" + var.get("begun catalog"));
    }
    if (var.get("watch") ~ ",product,") {
        var.set("tokens", var.get("tokens") + "/" + var.global_get("mizan product"));
        var.set("begun", var.get("begun") + "/" + var.get("begun product"));
    }
    if (var.get("watch") ~ ",report,") {
        var.set("tokens", var.get("tokens") + "/" + var.global_get("mizan report"));
        var.set("begun", var.get("begun") + "/" + var.get("begun report"));
    }
}

# A page says what it shows when it is there: until then it may be any of them.
sub mizan_begin {
    var.set("begun *", var.global_get("mizan *"));
    if (var.get("kind") == "page" || var.get("watch") ~ ",brief,") {
        var.set("begun brief", var.global_get("mizan brief"));
    }
    if (var.get("kind") == "page" || var.get("watch") ~ ",catalog,") {
        var.set("begun catalog", var.global_get("mizan catalog"));
    }
    if (var.get("kind") == "page" || var.get("watch") ~ ",product,") {
        var.set("begun product", var.global_get("mizan product"));
    }
    if (var.get("kind") == "page" || var.get("watch") ~ ",report,") {
        var.set("begun report", var.global_get("mizan report"));
    }
}

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
        if (var.get("watch") !~ ",catalog," && var.get("shown") ~ "^(?:[^,]* )?(?:catalogPage|slugPage)(?:[ ,]|$)") {
            var.set("keep", "no");
        }
        if (var.get("watch") !~ ",product," && var.get("shown") ~ "^(?:[^,]* )?(?:productPage)(?:[ ,]|$)") {
            var.set("keep", "no");
        }
        call mizan_shown;
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
    unset resp.http.xkey;
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
    if (var.get("header") ~ {"^.{3000}"}
            || var.get("header") !~ {"^(?:[*]|[A-Za-z_][A-Za-z0-9_]*+(?:[.][A-Za-z_][A-Za-z0-9_]*+)?+(?:;[A-Za-z_][A-Za-z0-9_]*+=(?:[A-Za-z0-9._~-]|%[0-7][0-9A-Fa-f]|%(?:[Cc][2-9A-Fa-f]|[Dd][0-9A-Fa-f])%[89ABab][0-9A-Fa-f]|%[Ee]0%[ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee](?:[1-9ABCabcEeFf])%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][Dd]%[89][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff]0%[9ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff][1-3]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff]4%8[0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f])*+)*+)(?:[ \t]*+,[ \t]*+(?:[*]|[A-Za-z_][A-Za-z0-9_]*+(?:[.][A-Za-z_][A-Za-z0-9_]*+)?+(?:;[A-Za-z_][A-Za-z0-9_]*+=(?:[A-Za-z0-9._~-]|%[0-7][0-9A-Fa-f]|%(?:[Cc][2-9A-Fa-f]|[Dd][0-9A-Fa-f])%[89ABab][0-9A-Fa-f]|%[Ee]0%[ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee](?:[1-9ABCabcEeFf])%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][Dd]%[89][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff]0%[9ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff][1-3]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ff]4%8[0-9A-Fa-f]%[89ABab][0-9A-Fa-f]%[89ABab][0-9A-Fa-f])*+)*+))*+$"} || var.get("header") ~ {"^(?:[^,]*+,){64}"}
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
    var.set("target", regsub(var.get("header"), {"^[ \t]*+([^, \t]*+).*$"}, "\1"));
    call mizan_target;
    if (var.get("header") ~ {"^(?:[^,]*+,){1}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){1}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){2}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){2}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){3}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){3}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){4}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){4}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){5}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){5}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){6}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){6}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){7}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){7}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){8}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){8}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){9}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){9}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){10}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){10}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){11}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){11}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){12}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){12}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){13}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){13}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){14}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){14}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){15}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){15}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){16}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){16}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){17}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){17}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){18}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){18}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){19}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){19}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){20}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){20}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){21}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){21}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){22}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){22}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){23}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){23}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){24}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){24}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){25}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){25}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){26}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){26}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){27}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){27}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){28}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){28}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){29}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){29}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){30}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){30}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){31}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){31}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){32}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){32}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){33}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){33}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){34}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){34}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){35}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){35}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){36}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){36}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){37}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){37}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){38}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){38}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){39}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){39}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){40}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){40}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){41}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){41}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){42}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){42}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){43}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){43}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){44}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){44}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){45}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){45}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){46}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){46}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){47}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){47}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){48}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){48}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){49}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){49}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){50}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){50}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){51}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){51}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){52}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){52}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){53}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){53}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){54}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){54}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){55}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){55}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){56}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){56}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){57}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){57}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){58}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){58}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){59}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){59}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){60}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){60}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){61}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){61}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){62}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){62}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
    if (var.get("header") ~ {"^(?:[^,]*+,){63}"}) {
        var.set("target", regsub(var.get("header"), {"^(?:[^,]*+,){63}[ \t]*+([^, \t]*+).*$"}, "\1"));
        call mizan_target;
    }
}

sub mizan_target {
    # What follows the names: ";userId=5".
    var.set("scope", regsub(var.get("target"), "^[^;]+", ""));
    if (var.get("target") ~ "^brief(?:[.;]|$)") {
        var.set("context", "brief");
        call mizan_broad;
    } elseif (var.get("target") ~ "^catalog(?:[.;]|$)") {
        var.set("context", "catalog");
        if (var.get("scope") ~ {"^;category=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+;sort=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+$"}) {
            var.set("of category", regsub(var.get("scope"), "^.*(;category=[^;]*).*$", "\1"));
            var.set("of sort", regsub(var.get("scope"), "^.*(;sort=[^;]*).*$", "\1"));
            var.global_set("mizan catalog", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" catalog" + var.get("of category") + var.get("of sort")
                + " catalog" + ";category" + var.get("of sort")
                + " catalog" + var.get("of category") + ";sort"
                + " catalog" + ";category" + ";sort"));
        } elseif (var.get("scope") ~ {"^;category=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+$"}) {
            var.set("of category", regsub(var.get("scope"), "^.*(;category=[^;]*).*$", "\1"));
            var.global_set("mizan catalog", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" catalog" + var.get("of category")
                + " catalog" + ";category"));
        } elseif (var.get("scope") ~ {"^;page=(?:0|-?[1-9][0-9]*)$"}) {
            var.set("of page", regsub(var.get("scope"), "^.*(;page=[^;]*).*$", "\1"));
            var.global_set("mizan catalog", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" catalog" + var.get("of page")
                + " catalog" + ";page"));
        } elseif (var.get("scope") ~ {"^;search=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+$"}) {
            var.set("of search", regsub(var.get("scope"), "^.*(;search=[^;]*).*$", "\1"));
            var.global_set("mizan catalog", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" catalog" + var.get("of search")
                + " catalog" + ";search"));
        } elseif (var.get("scope") ~ {"^;sort=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+$"}) {
            var.set("of sort", regsub(var.get("scope"), "^.*(;sort=[^;]*).*$", "\1"));
            var.global_set("mizan catalog", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" catalog" + var.get("of sort")
                + " catalog" + ";sort"));
        } else {
            call mizan_broad;
        }
    } elseif (var.get("target") ~ "^product(?:[.;]|$)") {
        var.set("context", "product");
        if (var.get("scope") ~ {"^;productId=(?:0|-?[1-9][0-9]*)$"}) {
            var.set("of productId", regsub(var.get("scope"), "^.*(;productId=[^;]*).*$", "\1"));
            var.global_set("mizan product", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" product" + var.get("of productId")
                + " product" + ";productId"));
        } else {
            call mizan_broad;
        }
    } elseif (var.get("target") ~ "^report(?:[.;]|$)") {
        var.set("context", "report");
        if (var.get("scope") ~ {"^;month=(?:0|-?[1-9][0-9]*);year=(?:0|-?[1-9][0-9]*)$"}) {
            var.set("of month", regsub(var.get("scope"), "^.*(;month=[^;]*).*$", "\1"));
            var.set("of year", regsub(var.get("scope"), "^.*(;year=[^;]*).*$", "\1"));
            var.global_set("mizan report", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" report" + var.get("of month") + var.get("of year")
                + " report" + ";month" + var.get("of year")
                + " report" + var.get("of month") + ";year"
                + " report" + ";month" + ";year"));
        } elseif (var.get("scope") ~ {"^;month=(?:0|-?[1-9][0-9]*)$"}) {
            var.set("of month", regsub(var.get("scope"), "^.*(;month=[^;]*).*$", "\1"));
            var.global_set("mizan report", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" report" + var.get("of month")
                + " report" + ";month"));
        } elseif (var.get("scope") ~ {"^;year=(?:0|-?[1-9][0-9]*)$"}) {
            var.set("of year", regsub(var.get("scope"), "^.*(;year=[^;]*).*$", "\1"));
            var.global_set("mizan report", var.get("token"));
            var.set_int("purged", var.get_int("purged") + xkey.purge(" report" + var.get("of year")
                + " report" + ";year"));
        } else {
            call mizan_broad;
        }
    } elseif (var.get("target") !~ "^(?:rates|user)(?:[.;]|$)") {
        call mizan_everything;
    }
}

# What a page shows beside the contexts of its address: "function,context;param=value,context". What is not kept, unknown,
# or more than can be looked at, is no page to keep.
sub mizan_shown {
    if (var.get("shown") ~ {"^(?:[^,]*+,){17}"} || var.get("shown") ~ {"^.{1000}"}) {
        var.set("keep", "no");
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){1}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){1}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){2}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){2}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){3}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){3}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){4}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){4}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){5}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){5}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){6}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){6}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){7}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){7}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){8}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){8}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){9}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){9}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){10}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){10}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){11}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){11}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){12}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){12}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){13}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){13}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){14}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){14}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){15}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){15}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
    if (var.get("keep") == "yes" && var.get("shown") ~ {"^(?:[^,]*+,){16}"}) {
        var.set("target", regsub(var.get("shown"), {"^(?:[^,]*+,){16}([^,]*+).*$"}, "\1"));
        call mizan_show;
    }
}

sub mizan_show {
    # What follows the name, as a query writes it: "&userId=5".
    var.set("params", regsuball(regsub(var.get("target"), "^[^;]+", ""), ";", "&"));
    if (var.get("tags") ~ {"^.{2000}"}) {
        var.set("keep", "no");
    } elseif (var.get("target") ~ {"^brief$"}) {
        var.set("watch", var.get("watch") + "brief,");
        call mizan_tags_brief;
        if (std.duration(var.get("ttl"), 0s) > 1s) {
            var.set("ttl", "1s");
        }
    } elseif (var.get("target") ~ {"^catalog(?:;category=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+)?(?:;page=(?:0|-?[1-9][0-9]*))?(?:;search=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+)?(?:;sort=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+)?$"}) {
        var.set("watch", var.get("watch") + "catalog,");
        call mizan_tags_catalog;
    } elseif (var.get("target") ~ {"^product(?:;productId=(?:0|-?[1-9][0-9]*))?$"}) {
        var.set("watch", var.get("watch") + "product,");
        call mizan_tags_product;
    } elseif (var.get("target") ~ {"^report(?:;month=(?:0|-?[1-9][0-9]*))?(?:;year=(?:0|-?[1-9][0-9]*))?$"}) {
        var.set("watch", var.get("watch") + "report,");
        call mizan_tags_report;
        if (std.duration(var.get("ttl"), 0s) > 60s) {
            var.set("ttl", "60s");
        }
    } else {
        var.set("keep", "no");
    }
}

# "context": all of it.
sub mizan_broad {
    var.global_set("mizan " + var.get("context"), var.get("token"));
    var.set_int("purged", var.get_int("purged") + xkey.purge(var.get("context")));
}

sub mizan_tags_brief {
    var.set("tags", var.get("tags") + " brief");
}

sub mizan_tags_catalog {
    if (var.get("params") ~ "(?:^|&)category=") {
        var.set("of category", ";category=" + regsub(var.get("params"), "^(?:.*&)?category=([^&]*).*$", "\1"));
    } else {
        var.set("of category", ";category");
    }
    if (var.get("params") ~ "(?:^|&)page=") {
        var.set("of page", ";page=" + regsub(var.get("params"), "^(?:.*&)?page=([^&]*).*$", "\1"));
    } else {
        var.set("of page", ";page");
    }
    if (var.get("params") ~ "(?:^|&)search=") {
        var.set("of search", ";search=" + regsub(var.get("params"), "^(?:.*&)?search=([^&]*).*$", "\1"));
    } else {
        var.set("of search", ";search");
    }
    if (var.get("params") ~ "(?:^|&)sort=") {
        var.set("of sort", ";sort=" + regsub(var.get("params"), "^(?:.*&)?sort=([^&]*).*$", "\1"));
    } else {
        var.set("of sort", ";sort");
    }
    var.set("tags", var.get("tags") + " catalog"
        + " catalog" + var.get("of category") + var.get("of sort")
        + " catalog" + var.get("of category")
        + " catalog" + var.get("of page")
        + " catalog" + var.get("of search")
        + " catalog" + var.get("of sort"));
}

sub mizan_tags_product {
    if (var.get("params") ~ "(?:^|&)productId=") {
        var.set("of productId", ";productId=" + regsub(var.get("params"), "^(?:.*&)?productId=([^&]*).*$", "\1"));
    } else {
        var.set("of productId", ";productId");
    }
    var.set("tags", var.get("tags") + " product"
        + " product" + var.get("of productId"));
}

sub mizan_tags_report {
    if (var.get("params") ~ "(?:^|&)month=") {
        var.set("of month", ";month=" + regsub(var.get("params"), "^(?:.*&)?month=([^&]*).*$", "\1"));
    } else {
        var.set("of month", ";month");
    }
    if (var.get("params") ~ "(?:^|&)year=") {
        var.set("of year", ";year=" + regsub(var.get("params"), "^(?:.*&)?year=([^&]*).*$", "\1"));
    } else {
        var.set("of year", ";year");
    }
    var.set("tags", var.get("tags") + " report"
        + " report" + var.get("of month") + var.get("of year")
        + " report" + var.get("of month")
        + " report" + var.get("of year"));
}

# /api/mizan/ctx/catalog/
sub mizan_route_1 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "bundle";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",catalog,";
    if (!(req.http.Mizan-Query ~ "^(?:(?:category|page|search|sort)=[^&]*+(?:&(?=.)|$))*+$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    if (req.http.Mizan-Query ~ "(?:^|&)category=") {
        if (req.http.Mizan-Query ~ "(?:^|&)category=(?:.*&)?category="
                || req.http.Mizan-Query !~ {"(?:^|&)category=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&category=" + regsub(req.http.Mizan-Query, "^(?:.*&)?category=([^&]*).*$", "\1");
    }
    if (req.http.Mizan-Query ~ "(?:^|&)page=") {
        if (req.http.Mizan-Query ~ "(?:^|&)page=(?:.*&)?page="
                || req.http.Mizan-Query !~ {"(?:^|&)page=(?:0|-?[1-9][0-9]*)(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&page=" + regsub(req.http.Mizan-Query, "^(?:.*&)?page=([^&]*).*$", "\1");
    }
    if (req.http.Mizan-Query ~ "(?:^|&)search=") {
        if (req.http.Mizan-Query ~ "(?:^|&)search=(?:.*&)?search="
                || req.http.Mizan-Query !~ {"(?:^|&)search=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&search=" + regsub(req.http.Mizan-Query, "^(?:.*&)?search=([^&]*).*$", "\1");
    }
    if (req.http.Mizan-Query ~ "(?:^|&)sort=") {
        if (req.http.Mizan-Query ~ "(?:^|&)sort=(?:.*&)?sort="
                || req.http.Mizan-Query !~ {"(?:^|&)sort=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&sort=" + regsub(req.http.Mizan-Query, "^(?:.*&)?sort=([^&]*).*$", "\1");
    }
    set req.http.Mizan-Url = "/api/mizan/ctx/catalog/";
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_catalog;
}

# /api/mizan/ctx/product/
sub mizan_route_2 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "bundle";
    set req.http.Mizan-Shared = "yes";
    set req.http.Mizan-Page = "";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",product,";
    if (!(req.http.Mizan-Query ~ "^(?:(?:productId)=[^&]*+(?:&(?=.)|$))*+$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    if (req.http.Mizan-Query ~ "(?:^|&)productId=") {
        if (req.http.Mizan-Query ~ "(?:^|&)productId=(?:.*&)?productId="
                || req.http.Mizan-Query !~ {"(?:^|&)productId=(?:0|-?[1-9][0-9]*)(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&productId=" + regsub(req.http.Mizan-Query, "^(?:.*&)?productId=([^&]*).*$", "\1");
    }
    set req.http.Mizan-Url = "/api/mizan/ctx/product/";
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_product;
}

# /api/mizan/ctx/report/
sub mizan_route_3 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "bundle";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "";
    set req.http.Mizan-Ttl = "60s";
    set req.http.Mizan-Watch = ",report,";
    if (!(req.http.Mizan-Query ~ "^(?:(?:month|year)=[^&]*+(?:&(?=.)|$))*+$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    if (req.http.Mizan-Query ~ "(?:^|&)month=") {
        if (req.http.Mizan-Query ~ "(?:^|&)month=(?:.*&)?month="
                || req.http.Mizan-Query !~ {"(?:^|&)month=(?:0|-?[1-9][0-9]*)(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&month=" + regsub(req.http.Mizan-Query, "^(?:.*&)?month=([^&]*).*$", "\1");
    }
    if (req.http.Mizan-Query ~ "(?:^|&)year=") {
        if (req.http.Mizan-Query ~ "(?:^|&)year=(?:.*&)?year="
                || req.http.Mizan-Query !~ {"(?:^|&)year=(?:0|-?[1-9][0-9]*)(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&year=" + regsub(req.http.Mizan-Query, "^(?:.*&)?year=([^&]*).*$", "\1");
    }
    set req.http.Mizan-Url = "/api/mizan/ctx/report/";
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_report;
}

# /api/mizan/ctx/brief/
sub mizan_route_4 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "bundle";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "";
    set req.http.Mizan-Ttl = "1s";
    set req.http.Mizan-Watch = ",brief,";
    if (!(req.http.Mizan-Query ~ "^$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    set req.http.Mizan-Url = "/api/mizan/ctx/brief/";
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_brief;
}

# /products/:productId
sub mizan_route_5 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "page";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "productPage";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",product,";
    if (!(req.http.Mizan-Query ~ "^(?:(?:tab)=[^&]*+(?:&(?=.)|$))*+$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    if (req.http.Mizan-Query ~ "(?:^|&)tab=") {
        if (req.http.Mizan-Query ~ "(?:^|&)tab=(?:.*&)?tab="
                || req.http.Mizan-Query !~ {"(?:^|&)tab=(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*+(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&tab=" + regsub(req.http.Mizan-Query, "^(?:.*&)?tab=([^&]*).*$", "\1");
    }
    set req.http.Mizan-Url = req.http.Mizan-Path;
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    set req.http.Mizan-Params = req.http.Mizan-Params + "&productId=" + regsub(req.http.Mizan-Path, {"^/products/((?:0|-?[1-9][0-9]*)).*$"}, "\1");
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_product;
}

# /catalog
sub mizan_route_7 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "page";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "catalogPage";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",catalog,";
    if (!(req.http.Mizan-Query ~ "^(?:(?:category|page)=[^&]*+(?:&(?=.)|$))*+$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    if (req.http.Mizan-Query ~ "(?:^|&)category=") {
        if (req.http.Mizan-Query ~ "(?:^|&)category=(?:.*&)?category="
                || req.http.Mizan-Query !~ {"(?:^|&)category=(?:[A-Za-z0-9._~-]|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*+(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&category=" + regsub(req.http.Mizan-Query, "^(?:.*&)?category=([^&]*).*$", "\1");
    }
    if (req.http.Mizan-Query ~ "(?:^|&)page=") {
        if (req.http.Mizan-Query ~ "(?:^|&)page=(?:.*&)?page="
                || req.http.Mizan-Query !~ {"(?:^|&)page=(?:0|-?[1-9][0-9]*)(?:&|$)"}) {
            set req.http.Mizan-Keep = "no";
        }
        set req.http.Mizan-Params = req.http.Mizan-Params + "&page=" + regsub(req.http.Mizan-Query, "^(?:.*&)?page=([^&]*).*$", "\1");
    }
    set req.http.Mizan-Url = req.http.Mizan-Path;
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_catalog;
}

# /shelf/:productId
sub mizan_route_8 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "page";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",product,";
    if (!(req.http.Mizan-Query ~ "^$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    set req.http.Mizan-Url = req.http.Mizan-Path;
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    set req.http.Mizan-Params = req.http.Mizan-Params + "&productId=" + regsub(req.http.Mizan-Path, {"^/shelf/((?:0|-?[1-9][0-9]*)).*$"}, "\1");
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_product;
}

# /c/:slug
sub mizan_route_9 {
    set req.http.Mizan-Keep = "yes";
    set req.http.Mizan-Kind = "page";
    set req.http.Mizan-Shared = "no";
    set req.http.Mizan-Page = "slugPage";
    set req.http.Mizan-Ttl = "86400s";
    set req.http.Mizan-Watch = ",catalog,";
    if (!(req.http.Mizan-Query ~ "^$")) {
        set req.http.Mizan-Keep = "no";
    }
    set req.http.Mizan-Params = "";
    set req.http.Mizan-Url = req.http.Mizan-Path;
    if (req.http.Mizan-Params != "") {
        set req.http.Mizan-Url = req.http.Mizan-Url + "?" + regsub(req.http.Mizan-Params, "^&", "");
    }
    set req.http.Mizan-Params = req.http.Mizan-Params + "&slug=" + regsub(req.http.Mizan-Path, {"^/c/((?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*+).*$"}, "\1");
    var.set("params", req.http.Mizan-Params);
    call mizan_tags_catalog;
}

sub mizan_route {
    if (req.http.Mizan-Path ~ {"^/api/mizan/ctx/catalog/?$"}) {
        call mizan_route_1;
    } elseif (req.http.Mizan-Path ~ {"^/api/mizan/ctx/product/?$"}) {
        call mizan_route_2;
    } elseif (req.http.Mizan-Path ~ {"^/api/mizan/ctx/report/?$"}) {
        call mizan_route_3;
    } elseif (req.http.Mizan-Path ~ {"^/api/mizan/ctx/brief/?$"}) {
        call mizan_route_4;
    } elseif (req.http.Mizan-Path ~ {"^/products/((?:0|-?[1-9][0-9]*))$"}) {
        call mizan_route_5;
    } elseif (req.http.Mizan-Path ~ {"^/profile/([^/]*)/?$"}) {
        # passed
    } elseif (req.http.Mizan-Path ~ {"^/catalog$"}) {
        call mizan_route_7;
    } elseif (req.http.Mizan-Path ~ {"^/shelf/((?:0|-?[1-9][0-9]*))$"}) {
        call mizan_route_8;
    } elseif (req.http.Mizan-Path ~ {"^/c/((?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*+)$"}) {
        call mizan_route_9;
    }
}
