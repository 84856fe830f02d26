// What the compiler refuses. Each line below a comment would be an error at run time, or show nothing.

import createClient from "openapi-fetch";
import type { components, paths } from "./build/schema.js";

type Schemas = components["schemas"];
const api = createClient<paths>();

// @ts-expect-error  no such locale
await api.GET("/api/v1/articles/", { params: { query: { locale: "xx" } } });
// @ts-expect-error  no such parameter
await api.GET("/api/v1/articles/", { params: { query: { colour: "red" } } });
// @ts-expect-error  no such field to order by
await api.GET("/api/v1/articles/", { params: { query: { order: ["colour"] } } });
// @ts-expect-error  no such address
await api.GET("/api/v1/novels/");

export function misread(article: Schemas["Article"], block: Schemas["ArticleBlock"], row: Schemas["PartnershipRow"]) {
  // @ts-expect-error  press releases have no signatories
  if (article.kind === "press_release") return article.signatories;
  // @ts-expect-error  no such kind
  if (article.kind === "novel") return "";
  // @ts-expect-error  what is not published is null
  if (block.type === "heading") return block.value.text;
  // @ts-expect-error  tables have no text
  if (block.type === "table") return block.value?.text;
  // @ts-expect-error  the date of a partnership may be unknown
  return row.since.text;
}
