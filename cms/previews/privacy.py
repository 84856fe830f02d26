"""Headers that keep a link to a draft between its sender and its reader."""

PRIVATE = {
    # Neither a browser nor a proxy may show it after it has been withdrawn.
    "Cache-Control": "no-store",
    # Links and pictures of other sites are not told the address, for the token stands in it.
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
