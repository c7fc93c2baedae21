#!/usr/bin/env bash
# The storefront's whole tour with curl: what a browser reads, what each mutation makes stale, and what an error is.
#   samples/storefront/tour.sh [http://localhost:8080]
# It can be run again and again: what it buys it gives back, what it changes it sets back, but for a discount of 1 %.
set -euo pipefail

site=${1:-http://localhost:8080}
base=$site/api/mizan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
headers=$work/headers
body=$work/body
visitor=nobody    # whose cookies the requests carry: $work/nobody.cookies, …

if [ -t 1 ]; then bold=$(tput bold) dim=$(tput dim) plain=$(tput sgr0); else bold='' dim='' plain=''; fi

title() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

# request <what to show> <curl arguments…>: sends it; shows the status, the headers that matter and the body's beginning.
request() {
    printf '%s> %s%s\n' "$dim" "$1" "$plain"
    # A session must send its token against forged requests back; without a session there is none.
    local jar=$work/$visitor.cookies token
    touch "$jar"
    token=$(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")
    curl -sS -m 30 -b "$jar" -c "$jar" ${token:+-H "X-XSRF-TOKEN: $token"} -D "$headers" -o "$body" "${@:2}"
    tr -d '\r' <"$headers" | grep -iE '^(HTTP/|X-Mizan-Invalidate|Cache-Control|Cache-Status|Location)' | sed 's/^/  /'
    if [ "$(wc -c <"$body")" -gt 600 ]; then
        printf '  %s … (%s bytes)\n' "$(head -c 600 "$body")" "$(wc -c <"$body" | tr -d ' ')"
    else
        sed 's/^/  /' "$body"; [ ! -s "$body" ] || echo
    fi
}

# as <name> [password]: who sends the next requests; with a password, they sign in first.
as() {
    visitor=$1
    [ $# -eq 1 ] || {
        request "POST /login  name=$1&password=$2" --data-urlencode "name=$1" --data-urlencode "password=$2" "$site/login"
        curl -sS -m 30 -b "$work/$1.cookies" -c "$work/$1.cookies" -o /dev/null "$base/session/"
    }
}

context() { request "GET /api/mizan/ctx/$1" "$base/ctx/$1"; }

call() {
    local json="{\"fn\": \"$1\", \"args\": ${2:-{\}}}"
    request "POST /api/mizan/call/  $json" -H 'Content-Type: application/json' --data-binary "$json" "$base/call/"
}

# result: the scalar result, or the id of the result, of the last call.
result() {
    sed -nE 's/.*"result":"?([0-9a-f-]+)"?[,}].*/\1/p; s/.*"result":\{"id":([0-9]+).*/\1/p' "$body" | head -n 1
}

title '1. Contexts: everything that a page needs, in one request'
context 'global/'
context 'catalog/?category=coffee&page=2&sort=PRICE'
context 'catalog/'
context 'product/?productId=1'
context 'product/?productId=1'      # out of the cache: Cache-Status says "hit"

title '2. Who is asking: an account is its customer'"'"'s own, and the administrator'"'"'s'
context 'customer/?customerId=7'    # nobody: 401
as 8 kettle
context 'customer/?customerId=7'    # another customer: 403
as admin teapot
context 'customer/?customerId=7'
as 7 kettle
context 'customer/?customerId=7'
context 'customer/?customerId=7'

title '3. Exact: the cart that the arguments name, and no other'
call openCart
cart=$(result)
call addToCart "{\"cartId\": \"$cart\", \"productId\": 1, \"quantity\": 2}"
call addToCart "{\"cartId\": \"$cart\", \"productId\": 96, \"quantity\": 1}"
call changeQuantity "{\"cartId\": \"$cart\", \"productId\": 1, \"quantity\": 1}"
context "cart/?cartId=$cart"
as 8
context "cart/?cartId=$cart"        # not theirs: 403
as 7

title '4. One function of a context: the totals are stale, the lines are not'
call chooseShipping "{\"cartId\": \"$cart\", \"shipping\": \"EXPRESS\"}"
call markReviewHelpful '{"productId": 1, "reviewId": 1}'
as admin
call changeStrapline '{"strapline": "Things for the house that outlast the house"}'

title '5. Partial: every page and every order of one category'
call describeCategory '{"category": "coffee", "blurb": "For the first half hour of the day."}'
call renameCategory '{"category": "coffee", "name": "Coffee"}'

as 7
title '6. Several contexts at once: one product exactly, one customer'"'"'s reviews, every page of the catalogue'
call addReview '{"productId": 1, "customerId": 7, "rating": 5, "text": "Boils."}'
review=$(result)
as admin
call removeReview "{\"productId\": 1, \"reviewId\": $review}"
as 7

title '7. Programmatic: an order touches the products that are in it, and the catalogue because it takes a last piece'
call placeOrder "{\"cartId\": \"$cart\", \"customerId\": 7, \"shipTo\": {\"name\": \"Ada Keller\", \"street\": \"Am Markt 1\", \"zip\": \"07743\", \"city\": \"Jena\", \"country\": \"DE\"}}"
order=$(result)
context 'product/?productId=96'
call cancelOrder "{\"customerId\": 7, \"orderId\": $order}"
as admin
call receiveDelivery '{"items": [{"productId": 2, "pieces": 3}, {"productId": 3, "pieces": 5}]}'

title '8. Broad: a discount is on every page'
call discountCategory '{"slug": "coffee", "percent": 1}'

as nobody
title '9. A webhook: a CSV by form field or JSON member; few changed products are named, many are "all of them"'
request 'POST /webhooks/prices  (form) csv=…' \
    --data-urlencode $'csv=slug,price\nhalden-copper-kettle,55.50' "$site/webhooks/prices"
request 'POST /webhooks/prices  (form, the old price again)' \
    --data-urlencode $'csv=slug,price\nhalden-copper-kettle,68.90' "$site/webhooks/prices"
request 'POST /webhooks/prices  (JSON, three bad lines: nothing is written, nothing is stale)' \
    -H 'Content-Type: application/json' \
    --data-binary '{"csv": "halden-copper-kettle,1.00\nhalden-copper-kettle,2.00\nKettle,3\nhalden-glass-kettle"}' "$site/webhooks/prices"
call importPrices '{"csv": ""}'

title '10. Controllers of Jakarta MVC, without scripts: a form, a redirect, and the header'
call openCart
cart=$(result)
request "POST /products/5  quantity=2" -H "Cookie: cart=$cart" -d "quantity=2" "$site/products/5"
request "POST /cart  shipping=EXPRESS" -d "cartId=$cart" -d 'shipping=EXPRESS' "$site/cart"

title '11. Errors: one shape'
call addToCart "{\"cartId\": \"$cart\", \"productId\": 97, \"quantity\": 1}"
as 7
call placeOrder "{\"cartId\": \"$cart\", \"customerId\": 7, \"shipTo\": {\"name\": \"\", \"street\": \"Am Markt 1\", \"zip\": \"?\", \"city\": \"Jena\", \"country\": \"Germany\"}}"
as nobody
call addToCart "{\"cartId\": \"$cart\", \"productId\": \"5\", \"quantity\": 1}"
call noSuchFunction
context 'product/?productId=999999'
context 'catalog/?page=two'

title '12. Signing out ends the session'
as 7
request 'POST /logout' -X POST "$site/logout"
context 'customer/?customerId=7'
