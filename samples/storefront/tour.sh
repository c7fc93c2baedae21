#!/usr/bin/env bash
# The storefront's whole tour with curl: what a browser reads, what each mutation makes stale, and what an error is.
#   samples/storefront/tour.sh [http://localhost:8080]
# It can be run again and again: what it buys it gives back, what it changes it sets back, but for a discount of 1 %.
set -euo pipefail

site=${1:-http://localhost:8080}
base=$site/api/mizan
headers=$(mktemp)
body=$(mktemp)
trap 'rm -f "$headers" "$body"' EXIT

if [ -t 1 ]; then bold=$(tput bold) dim=$(tput dim) plain=$(tput sgr0); else bold='' dim='' plain=''; fi

title() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

# request <what to show> <curl arguments…>: sends it; shows the status, the headers that matter and the body's beginning.
request() {
    printf '%s> %s%s\n' "$dim" "$1" "$plain"
    curl -sS -m 30 -D "$headers" -o "$body" "${@:2}"
    tr -d '\r' <"$headers" | grep -iE '^(HTTP/|X-Mizan-Invalidate|Cache-Control|Cache-Status|Location)' | sed 's/^/  /'
    if [ "$(wc -c <"$body")" -gt 600 ]; then
        printf '  %s … (%s bytes)\n' "$(head -c 600 "$body")" "$(wc -c <"$body" | tr -d ' ')"
    else
        sed 's/^/  /' "$body"; [ ! -s "$body" ] || echo
    fi
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
context 'customer/?customerId=7'
context 'customer/?customerId=7'    # out of the cache: Cache-Status says "hit"

title '2. Exact: the cart that the arguments name, and no other'
call openCart
cart=$(result)
call addToCart "{\"cartId\": \"$cart\", \"productId\": 1, \"quantity\": 2}"
call addToCart "{\"cartId\": \"$cart\", \"productId\": 96, \"quantity\": 1}"
call changeQuantity "{\"cartId\": \"$cart\", \"productId\": 1, \"quantity\": 1}"
context "cart/?cartId=$cart"

title '3. One function of a context: the totals are stale, the lines are not'
call chooseShipping "{\"cartId\": \"$cart\", \"shipping\": \"EXPRESS\"}"
call markReviewHelpful '{"productId": 1, "reviewId": 1}'
call changeStrapline '{"strapline": "Things for the house that outlast the house"}'

title '4. Partial: every page and every order of one category'
call describeCategory '{"category": "coffee", "blurb": "For the first half hour of the day."}'
call renameCategory '{"category": "coffee", "name": "Coffee"}'

title '5. Several contexts at once: one product exactly, one customer'"'"'s reviews, every page of the catalogue'
call addReview '{"productId": 1, "customerId": 7, "rating": 5, "text": "Boils."}'
review=$(result)
call removeReview "{\"productId\": 1, \"reviewId\": $review}"

title '6. Programmatic: an order touches the products that are in it, and the catalogue because it takes a last piece'
call placeOrder "{\"cartId\": \"$cart\", \"customerId\": 7, \"shipTo\": {\"name\": \"Ada Keller\", \"street\": \"Am Markt 1\", \"zip\": \"07743\", \"city\": \"Jena\", \"country\": \"DE\"}}"
order=$(result)
context 'product/?productId=96'
call cancelOrder "{\"customerId\": 7, \"orderId\": $order}"
call receiveDelivery '{"items": [{"productId": 2, "pieces": 3}, {"productId": 3, "pieces": 5}]}'

title '7. Broad: a discount is on every page'
call discountCategory '{"slug": "coffee", "percent": 1}'

title '8. A webhook: a CSV by form field or JSON member; few changed products are named, many are "all of them"'
request 'POST /webhooks/prices  (form) csv=…' \
    --data-urlencode $'csv=slug,price\nhalden-copper-kettle,55.50' "$site/webhooks/prices"
request 'POST /webhooks/prices  (form, the old price again)' \
    --data-urlencode $'csv=slug,price\nhalden-copper-kettle,68.90' "$site/webhooks/prices"
request 'POST /webhooks/prices  (JSON, three bad lines: nothing is written, nothing is stale)' \
    -H 'Content-Type: application/json' \
    --data-binary '{"csv": "halden-copper-kettle,1.00\nhalden-copper-kettle,2.00\nKettle,3\nhalden-glass-kettle"}' "$site/webhooks/prices"
call importPrices '{"csv": ""}'

title '9. A plain Jakarta REST resource: a form, a redirect, and the header'
call openCart
cart=$(result)
request "POST /app/cart/$cart/add  productId=5&quantity=2" -d 'productId=5&quantity=2' "$site/app/cart/$cart/add"
request "GET /app/cart/$cart" "$site/app/cart/$cart"

title '10. Errors: one shape'
call addToCart "{\"cartId\": \"$cart\", \"productId\": 97, \"quantity\": 1}"
call placeOrder "{\"cartId\": \"$cart\", \"customerId\": 7, \"shipTo\": {\"name\": \"\", \"street\": \"Am Markt 1\", \"zip\": \"?\", \"city\": \"Jena\", \"country\": \"Germany\"}}"
call addToCart "{\"cartId\": \"$cart\", \"productId\": \"5\", \"quantity\": 1}"
call noSuchFunction
context 'product/?productId=999999'
context 'catalog/?page=two'
