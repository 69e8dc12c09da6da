import type { Attributes, Html } from "./html.ts";

/** The Ministry of Justice components in use. They ship no description of their options, so these are written by hand. */
interface TextOrHtml {
  readonly text?: string;
  readonly html?: Html;
}

export interface MojComponentOptions {
  readonly mojIdentityBar: {
    readonly classes?: string;
    readonly attributes?: Attributes;
    readonly title: TextOrHtml;
    readonly menus?: readonly { readonly items: readonly { readonly text: string; readonly href: string; readonly classes?: string }[] }[];
  };
  readonly mojSubNavigation: {
    readonly label: string;
    readonly classes?: string;
    readonly attributes?: Attributes;
    readonly items: readonly (TextOrHtml & { readonly href: string; readonly active?: boolean })[];
  };
  readonly mojTimeline: {
    readonly classes?: string;
    readonly headingLevel?: number;
    readonly items: readonly {
      readonly label: TextOrHtml;
      readonly byline?: TextOrHtml;
      readonly datetime: { readonly timestamp: string; readonly type: "datetime" };
      readonly text?: string;
      readonly html?: Html;
    }[];
  };
}
