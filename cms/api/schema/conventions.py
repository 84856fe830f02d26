"""What holds for every endpoint, as the schema's introduction tells it."""

CONVENTIONS = """
Published content, read-only, JSON in UTF-8, without sign-in.

**Keys** are for clients that ask often, or that may read restricted content as well: `Authorization: Bearer <key>`,
never in the address. A key that is wrong, expired or revoked is refused (401), never passed over. Answers to a key are
for its client alone (`Cache-Control: private`).

**Locale.** `locale` names it; without it `Accept-Language` decides, then the default locale. A work that does not exist
in that locale is not there, unless `fallback` allows others: a list then holds one row per work in the best locale
available. `language` says of every row and every work which locale was `requested`, which is `served`, and its `state`:
`native`, `partial` (the translation has gaps) or `fallback`. `translations` lists every published edition of the work.
In a partial edition `lang` stands in every block of a body and every row whose text is, at least partly, still in the
language of its source; without it the text is in the edition's own.

**Lists** answer `count`, `next`, `previous` and `results`. Page with `limit` and `offset`, or with `cursor` (empty to
begin), which neither repeats nor skips rows while others come and go. `order` takes field names, `-` for descending.
Values of a filter are alternatives, repeated or with commas between them; different filters narrow each other.
`fields` reduces an answer to some of its top-level fields.

**Dates** of the library may be known only to the year or season: `edtf` (ISO 8601-2) says exactly what is known,
`earliest` and `latest` are its first and last possible days, `text` is for people.

**References** to other works are summaries in the edition's own locale, or the best there is. What is not published is
left out, or null with a `reason`.

**Errors** are `application/problem+json` (RFC 9457) in the language of the request. Unknown parameters and values that
are not allowed are refused; `errors` names each with what is allowed.

**Caching.** `ETag` changes exactly when the answer does: ask with `If-None-Match` and get 304. `Surrogate-Key` holds
`<type>-<key>` for a work and the collection's name for a list. `changes` tells what to ask for again.
""".strip()

KEYS = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "trilog_<prefix>_<secret>",
    "description": "An API key. Optional: it raises the limit of requests; with its scope it opens restricted content.",
}
"""The security scheme."""
