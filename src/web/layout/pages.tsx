import type { Html } from "../govuk/html.ts";
import { component } from "../govuk/macros.ts";

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly address: (page: number) => string;
}

/** Links to the pages of a list: the first, the last and those around the present one. Nothing where there is one page. */
export function Pages({ page, pages, address }: Props): Html | null {
  if (pages < 2) return null;
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  const items = numbers.flatMap((n, i) => {
    const item = { number: n, href: address(n), current: n === page };
    return i > 0 && numbers[i - 1]! < n - 1 ? [{ ellipsis: true }, item] : [item];
  });
  return component("govukPagination", {
    items,
    ...(page > 1 ? { previous: { href: address(page - 1) } } : {}),
    ...(page < pages ? { next: { href: address(page + 1) } } : {}),
  });
}
