// A small client of the content API. Every type in it comes from the API's own description.
//
//     node build/client.js http://127.0.0.1:8000

import createClient from "openapi-fetch";
import type { components, paths } from "./build/schema.js";

type Schemas = components["schemas"];
type Locale = NonNullable<NonNullable<paths["/api/v1/articles/"]["get"]["parameters"]["query"]>["locale"]>;

const origin = process.argv[2] ?? "http://127.0.0.1:8000";
const api = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: origin });

/** What an answer holds. Throws with what the API says is wrong. */
function answered<T>({ data, error }: { data?: T | undefined; error?: Schemas["Problem"] | undefined }): T {
  if (data === undefined) throw new Error(error?.detail ?? "no answer");
  return data;
}

/** One line a work, in the best language there is, with a mark where that is not the one asked for. */
async function headlines(locale: Locale): Promise<string[]> {
  const query = { locale, fallback: ["any" as const], order: ["date" as const, "title" as const] };
  const list = answered(await api.GET("/api/v1/articles/", { params: { query } }));
  return list.results.map(({ title, language }) =>
    language.state === "fallback" ? `${title} [${language.served}]` : title,
  );
}

/** What only articles of its kind have. */
function particulars(article: Schemas["Article"]): string {
  switch (article.kind) {
    case "press_release":
      return `embargo until ${article.embargo_until ?? "never"}`;
    case "solidarity_letter":
      return `${article.sender} with ${article.signatories.displayed_count} signatures`;
    case "conference_report":
      return article.conference?.title ?? "no conference";
  }
}

/** What a reader sees of a block. The compiler knows that no type is missing here. */
function summary(block: Schemas["ArticleBlock"]): string {
  if (block.value === null) return `(${block.reason ?? "empty"})`;
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.value.level)} ${block.value.text}`;
    case "paragraph":
    case "call_to_action":
    case "fact_box":
      return typeof block.value.text === "string" ? `${block.value.text.length} characters of HTML` : "a tree";
    case "quote":
      return [block.value.speaker, block.value.date?.text].filter(Boolean).join(", ");
    case "image":
      return block.value.alt || block.value.image.title;
    case "gallery":
      return `${block.value.images.length} pictures`;
    case "table":
      return `${block.value.rows.length} rows`;
    case "timeline":
      return block.value.events.map((event) => event.date?.text ?? "").join("; ");
    case "documents":
      return block.value.documents.map((file) => file.title).join("; ");
    case "embed":
      return block.value.provider;
    case "bibliography":
    case "partnership":
      return block.value.title;
    case "partnership_list":
      return `${block.value.partnerships.length} partnerships`;
  }
}

/** Every article of a locale, page by page, however many are published meanwhile. */
async function* walk(locale: Locale): AsyncGenerator<Schemas["ArticleRow"]> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = { locale, limit: 3, cursor };
    const page: Schemas["ArticleList"] = answered(await api.GET("/api/v1/articles/", { params: { query } }));
    yield* page.results;
    cursor = page.next && new URL(page.next).searchParams.get("cursor");
  }
}

/** Keys and locales of what is published, from nothing but the log. */
async function follow(): Promise<{ editions: string[]; cursor: string }> {
  const editions = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const query = cursor === undefined ? {} : { cursor: Number(cursor) };
    const feed: Schemas["ChangeFeed"] = answered(await api.GET("/api/v1/changes/", { params: { query } }));
    for (const { action, type, key, locale } of feed.changes) {
      const edition = `${type} ${key} ${locale}`;
      if (action === "unpublished" || action === "deleted") editions.delete(edition);
      else editions.add(edition);
    }
    cursor = feed.cursor;
    if (!feed.has_more) return { editions: [...editions].sort(), cursor };
  }
}

/** Since when two towns are partners, in the words of each language. */
async function since(key: string, locales: Locale[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const locale of locales) {
    const params = { path: { key }, query: { locale } };
    const partnership = answered(await api.GET("/api/v1/partnerships/{key}/", { params }));
    texts[locale] = partnership.since?.text ?? "";
  }
  return texts;
}

/** What stands at an address of the site. */
async function resolved(path: string): Promise<string> {
  const found = answered(await api.GET("/api/v1/resolve/", { params: { query: { path } } }));
  if ("redirect" in found) return `moved to ${found.redirect}`;
  return found.type === "article" ? `${found.kind}: ${found.lead}` : `${found.type}: ${found.title}`;
}

const locales = answered(await api.GET("/api/v1/locales/")).results;
const articles: Record<string, { particulars: string; blocks: Record<string, string> }> = {};
const walked: string[] = [];
let path = "";
for await (const { key, locale, url } of walk("de")) {
  const params = { path: { key }, query: { locale: "de" as const } };
  const article = answered(await api.GET("/api/v1/articles/{key}/", { params }));
  const blocks = Object.fromEntries(article.body.map((block) => [block.type, summary(block)]));
  articles[article.slug] = { particulars: particulars(article), blocks };
  walked.push(`${key} ${locale}`);
  if (url) path = new URL(url).pathname;
}
const partnerships = answered(await api.GET("/api/v1/partnerships/", { params: { query: { q: "Essen" } } }));
const [partnership] = partnerships.results;
const refused = await api.GET("/api/v1/articles/", { params: { query: { limit: 1000 } } });

console.log(
  JSON.stringify({
    locales: locales.map(({ code, native_name }) => `${code} ${native_name}`),
    headlines: await headlines("ru"),
    articles,
    walked,
    resolved: await resolved(path),
    since: partnership ? await since(partnership.key, ["de", "en", "ru"]) : {},
    refused: refused.error?.errors?.map(({ parameter }) => parameter),
    ...(await follow()),
  }),
);
