// Written by generate.ts from the components' own descriptions. Do not edit.
import type { Attributes, Falsy, Html } from "./html.ts";
import type { MojComponentOptions } from "./moj.ts";

export interface AccordionOptions {
  readonly id?: string | number | undefined;
  readonly headingLevel?: number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly rememberExpanded?: boolean | undefined;
  readonly hideAllSectionsText?: string | number | undefined;
  readonly hideSectionText?: string | number | undefined;
  readonly hideSectionAriaLabelText?: string | number | undefined;
  readonly showAllSectionsText?: string | number | undefined;
  readonly showSectionText?: string | number | undefined;
  readonly showSectionAriaLabelText?: string | number | undefined;
  readonly items?: readonly ({
    readonly heading?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly summary?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly content?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly expanded?: boolean | undefined;
  } | Falsy)[] | undefined;
}

export interface BackLinkOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly href?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface BreadcrumbsOptions {
  readonly items?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly href?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly classes?: string | number | undefined;
  readonly collapseOnMobile?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
  readonly labelText?: string | number | undefined;
}

export interface ButtonOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly type?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly href?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly isStartButton?: boolean | undefined;
  readonly id?: string | number | undefined;
}

export interface CharacterCountOptions {
  readonly id?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly rows?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly maxlength?: string | number | undefined;
  readonly maxwords?: string | number | undefined;
  readonly threshold?: string | number | undefined;
  readonly countType?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly countMessage?: {
    readonly classes?: string | number | undefined;
  } | undefined;
  readonly textareaDescriptionText?: string | number | undefined;
  readonly charactersUnderLimitText?: Readonly<Record<string, unknown>> | undefined;
  readonly charactersAtLimitText?: string | number | undefined;
  readonly charactersOverLimitText?: Readonly<Record<string, unknown>> | undefined;
  readonly wordsUnderLimitText?: Readonly<Record<string, unknown>> | undefined;
  readonly wordsAtLimitText?: string | number | undefined;
  readonly wordsOverLimitText?: Readonly<Record<string, unknown>> | undefined;
}

export interface CheckboxesOptions {
  readonly describedBy?: string | number | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly idPrefix?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly items?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly id?: string | number | undefined;
    readonly name?: string | number | undefined;
    readonly value?: string | number | undefined;
    readonly label?: LabelOptions | undefined;
    readonly hint?: HintOptions | undefined;
    readonly divider?: string | number | undefined;
    readonly checked?: boolean | undefined;
    readonly conditional?: {
      readonly html?: Html | undefined;
    } | undefined;
    readonly behaviour?: string | number | undefined;
    readonly disabled?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface CookieBannerOptions {
  readonly ariaLabel?: string | number | undefined;
  readonly hidden?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly messages?: readonly ({
    readonly headingText?: string | number | undefined;
    readonly headingHtml?: Html | undefined;
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly actions?: readonly ({
      readonly text?: string | number | undefined;
      readonly type?: string | number | undefined;
      readonly href?: string | number | undefined;
      readonly name?: string | number | undefined;
      readonly value?: string | number | undefined;
      readonly classes?: string | number | undefined;
      readonly attributes?: Attributes | undefined;
    } | Falsy)[] | undefined;
    readonly hidden?: boolean | undefined;
    readonly role?: string | number | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
}

export interface DateInputOptions {
  readonly id?: string | number | undefined;
  readonly namePrefix?: string | number | undefined;
  readonly items?: readonly ({
    readonly id?: string | number | undefined;
    readonly name?: string | number | undefined;
    readonly label?: string | number | undefined;
    readonly value?: string | number | undefined;
    readonly error?: boolean | undefined;
    readonly autocomplete?: string | number | undefined;
    readonly pattern?: string | number | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly day?: Readonly<Record<string, unknown>> | undefined;
  readonly month?: Readonly<Record<string, unknown>> | undefined;
  readonly year?: Readonly<Record<string, unknown>> | undefined;
  readonly values?: {
    readonly day?: string | number | undefined;
    readonly month?: string | number | undefined;
    readonly year?: string | number | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface DetailsOptions {
  readonly summaryText?: string | number | undefined;
  readonly summaryHtml?: Html | undefined;
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly id?: string | number | undefined;
  readonly open?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ErrorMessageOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly id?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly visuallyHiddenText?: string | number | undefined;
}

export interface ErrorSummaryOptions {
  readonly titleText?: string | number | undefined;
  readonly titleHtml?: Html | undefined;
  readonly descriptionText?: string | number | undefined;
  readonly descriptionHtml?: Html | undefined;
  readonly errorList?: readonly ({
    readonly href?: string | number | undefined;
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ExitThisPageOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly redirectUrl?: string | number | undefined;
  readonly id?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly activatedText?: string | number | undefined;
  readonly timedOutText?: string | number | undefined;
  readonly pressTwoMoreTimesText?: string | number | undefined;
  readonly pressOneMoreTimeText?: string | number | undefined;
}

export interface FeedbackOptions {
  readonly titleText?: string | number | undefined;
  readonly titleHtml?: Html | undefined;
  readonly headingLevel?: number | undefined;
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface FieldsetOptions {
  readonly describedBy?: string | number | undefined;
  readonly legend?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly classes?: string | number | undefined;
    readonly isPageHeading?: boolean | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly role?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly html?: Html | undefined;
}

export interface FileUploadOptions {
  readonly name?: string | number | undefined;
  readonly id?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly describedBy?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly javascript?: boolean | undefined;
  readonly chooseFilesButtonText?: string | number | undefined;
  readonly dropInstructionText?: string | number | undefined;
  readonly multipleFilesChosenText?: Readonly<Record<string, unknown>> | undefined;
  readonly noFileChosenText?: string | number | undefined;
  readonly enteredDropZoneText?: string | number | undefined;
  readonly leftDropZoneText?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly wrapperClasses?: string | number | undefined;
  readonly wrapperAttributes?: Readonly<Record<string, unknown>> | undefined;
}

export interface FooterOptions {
  readonly meta?: {
    readonly visuallyHiddenTitle?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly text?: string | number | undefined;
    readonly items?: readonly ({
      readonly text?: string | number | undefined;
      readonly href?: string | number | undefined;
      readonly attributes?: Attributes | undefined;
    } | Falsy)[] | undefined;
  } | undefined;
  readonly navigation?: readonly ({
    readonly title?: string | number | undefined;
    readonly columns?: number | undefined;
    readonly width?: string | number | undefined;
    readonly items?: readonly ({
      readonly text?: string | number | undefined;
      readonly href?: string | number | undefined;
      readonly attributes?: Attributes | undefined;
    } | Falsy)[] | undefined;
  } | Falsy)[] | undefined;
  readonly contentLicence?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
  } | undefined;
  readonly copyright?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
  } | undefined;
  readonly containerClasses?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface GenericHeaderOptions {
  readonly url?: string | number | undefined;
  readonly logoText?: string | number | undefined;
  readonly logoHtml?: Html | undefined;
  readonly containerClasses?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface HeaderOptions {
  readonly homepageUrl?: string | number | undefined;
  readonly productName?: string | number | undefined;
  readonly containerClasses?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface HintOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly id?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface InputOptions {
  readonly id?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly type?: string | number | undefined;
  readonly inputmode?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly prefix?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly suffix?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly autocomplete?: string | number | undefined;
  readonly pattern?: string | number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocapitalize?: string | number | undefined;
  readonly inputWrapper?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface InsetTextOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly id?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface LabelOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly for?: string | number | undefined;
  readonly isPageHeading?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface LanguageNavigationOptions {
  readonly items?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly lang?: string | number | undefined;
    readonly hrefLang?: string | number | undefined;
    readonly dir?: string | number | undefined;
    readonly href?: string | number | undefined;
    readonly current?: boolean | undefined;
    readonly languageDescriptionText?: string | number | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly ariaLabel?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface NotificationBannerOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly titleText?: string | number | undefined;
  readonly titleHtml?: Html | undefined;
  readonly titleHeadingLevel?: string | number | undefined;
  readonly type?: string | number | undefined;
  readonly role?: string | number | undefined;
  readonly titleId?: string | number | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PaginationOptions {
  readonly items?: readonly ({
    readonly number?: string | number | undefined;
    readonly visuallyHiddenText?: string | number | undefined;
    readonly href?: string | number | undefined;
    readonly current?: boolean | undefined;
    readonly ellipsis?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly previous?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly labelText?: string | number | undefined;
    readonly href?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly next?: {
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly labelText?: string | number | undefined;
    readonly href?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly landmarkLabel?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PanelOptions {
  readonly titleText?: string | number | undefined;
  readonly titleHtml?: Html | undefined;
  readonly headingLevel?: number | undefined;
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly actions?: {
    readonly items?: readonly ({
      readonly text?: string | number | undefined;
      readonly type?: string | number | undefined;
      readonly href?: string | number | undefined;
      readonly classes?: string | number | undefined;
      readonly attributes?: Attributes | undefined;
    } | Falsy)[] | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
}

export interface PasswordInputOptions {
  readonly id?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly autocomplete?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly showPasswordText?: string | number | undefined;
  readonly hidePasswordText?: string | number | undefined;
  readonly showPasswordAriaLabelText?: string | number | undefined;
  readonly hidePasswordAriaLabelText?: string | number | undefined;
  readonly passwordShownAnnouncementText?: string | number | undefined;
  readonly passwordHiddenAnnouncementText?: string | number | undefined;
  readonly button?: {
    readonly classes?: string | number | undefined;
  } | undefined;
}

export interface PhaseBannerOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly tag?: TagOptions | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface RadiosOptions {
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInputs?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly idPrefix?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly items?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly id?: string | number | undefined;
    readonly value?: string | number | undefined;
    readonly label?: LabelOptions | undefined;
    readonly hint?: HintOptions | undefined;
    readonly divider?: string | number | undefined;
    readonly checked?: boolean | undefined;
    readonly conditional?: {
      readonly html?: Html | undefined;
    } | undefined;
    readonly disabled?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly value?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SelectOptions {
  readonly id?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly items?: readonly ({
    readonly value?: string | number | undefined;
    readonly text?: string | number | undefined;
    readonly selected?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ServiceNavigationOptions {
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly ariaLabel?: string | number | undefined;
  readonly menuButtonText?: string | number | undefined;
  readonly menuButtonLabel?: string | number | undefined;
  readonly navigationLabel?: string | number | undefined;
  readonly navigationId?: string | number | undefined;
  readonly navigationClasses?: string | number | undefined;
  readonly collapseNavigationOnMobile?: boolean | undefined;
  readonly serviceName?: string | number | undefined;
  readonly serviceUrl?: string | number | undefined;
  readonly navigation?: readonly ({
    readonly current?: boolean | undefined;
    readonly active?: boolean | undefined;
    readonly html?: Html | undefined;
    readonly text?: string | number | undefined;
    readonly href?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly slots?: {
    readonly start?: string | number | undefined;
    readonly end?: string | number | {
      readonly html?: Html | undefined;
      readonly align?: string | number | undefined;
    } | undefined;
    readonly navigationStart?: string | number | undefined;
    readonly navigationEnd?: string | number | undefined;
  } | undefined;
}

export interface SkipLinkOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly href?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryListOptions {
  readonly rows?: readonly ({
    readonly classes?: string | number | undefined;
    readonly key?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly value?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly actions?: {
      readonly items?: readonly ({
        readonly href?: string | number | undefined;
        readonly text?: string | number | undefined;
        readonly html?: Html | undefined;
        readonly visuallyHiddenText?: string | number | undefined;
        readonly classes?: string | number | undefined;
        readonly attributes?: Attributes | undefined;
      } | Falsy)[] | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
  } | Falsy)[] | undefined;
  readonly card?: {
    readonly title?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly headingLevel?: number | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly actions?: {
      readonly items?: readonly ({
        readonly href?: string | number | undefined;
        readonly text?: string | number | undefined;
        readonly html?: Html | undefined;
        readonly visuallyHiddenText?: string | number | undefined;
        readonly classes?: string | number | undefined;
        readonly attributes?: Attributes | undefined;
      } | Falsy)[] | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TableOptions {
  readonly rows?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly format?: string | number | undefined;
    readonly classes?: string | number | undefined;
    readonly colspan?: number | undefined;
    readonly rowspan?: number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly head?: readonly ({
    readonly text?: string | number | undefined;
    readonly html?: Html | undefined;
    readonly format?: string | number | undefined;
    readonly classes?: string | number | undefined;
    readonly colspan?: number | undefined;
    readonly rowspan?: number | undefined;
    readonly attributes?: Attributes | undefined;
  } | Falsy)[] | undefined;
  readonly caption?: string | number | undefined;
  readonly captionClasses?: string | number | undefined;
  readonly firstCellIsHeader?: boolean | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TabsOptions {
  readonly id?: string | number | undefined;
  readonly idPrefix?: string | number | undefined;
  readonly title?: string | number | undefined;
  readonly items?: readonly ({
    readonly id?: string | number | undefined;
    readonly label?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly panel?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly attributes?: Attributes | undefined;
    } | undefined;
  } | Falsy)[] | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TagOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface TaskListOptions {
  readonly items?: readonly ({
    readonly title?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly hint?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly status?: {
      readonly tag?: TagOptions | undefined;
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
      readonly classes?: string | number | undefined;
    } | undefined;
    readonly href?: string | number | undefined;
    readonly classes?: string | number | undefined;
  } | Falsy)[] | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly idPrefix?: string | number | undefined;
}

export interface TextareaOptions {
  readonly id?: string | number | undefined;
  readonly name?: string | number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly rows?: string | number | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | number | undefined;
  readonly label?: LabelOptions | undefined;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: {
    readonly classes?: string | number | undefined;
    readonly attributes?: Attributes | undefined;
    readonly beforeInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
    readonly afterInput?: {
      readonly text?: string | number | undefined;
      readonly html?: Html | undefined;
    } | undefined;
  } | undefined;
  readonly classes?: string | number | undefined;
  readonly autocomplete?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface WarningTextOptions {
  readonly text?: string | number | undefined;
  readonly html?: Html | undefined;
  readonly iconFallbackText?: string | number | undefined;
  readonly classes?: string | number | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface ComponentOptions extends MojComponentOptions {
  readonly govukAccordion: AccordionOptions;
  readonly govukBackLink: BackLinkOptions;
  readonly govukBreadcrumbs: BreadcrumbsOptions;
  readonly govukButton: ButtonOptions;
  readonly govukCharacterCount: CharacterCountOptions;
  readonly govukCheckboxes: CheckboxesOptions;
  readonly govukCookieBanner: CookieBannerOptions;
  readonly govukDateInput: DateInputOptions;
  readonly govukDetails: DetailsOptions;
  readonly govukErrorMessage: ErrorMessageOptions;
  readonly govukErrorSummary: ErrorSummaryOptions;
  readonly govukExitThisPage: ExitThisPageOptions;
  readonly govukFeedback: FeedbackOptions;
  readonly govukFieldset: FieldsetOptions;
  readonly govukFileUpload: FileUploadOptions;
  readonly govukFooter: FooterOptions;
  readonly govukGenericHeader: GenericHeaderOptions;
  readonly govukHeader: HeaderOptions;
  readonly govukHint: HintOptions;
  readonly govukInput: InputOptions;
  readonly govukInsetText: InsetTextOptions;
  readonly govukLabel: LabelOptions;
  readonly govukLanguageNavigation: LanguageNavigationOptions;
  readonly govukNotificationBanner: NotificationBannerOptions;
  readonly govukPagination: PaginationOptions;
  readonly govukPanel: PanelOptions;
  readonly govukPasswordInput: PasswordInputOptions;
  readonly govukPhaseBanner: PhaseBannerOptions;
  readonly govukRadios: RadiosOptions;
  readonly govukSelect: SelectOptions;
  readonly govukServiceNavigation: ServiceNavigationOptions;
  readonly govukSkipLink: SkipLinkOptions;
  readonly govukSummaryList: SummaryListOptions;
  readonly govukTable: TableOptions;
  readonly govukTabs: TabsOptions;
  readonly govukTag: TagOptions;
  readonly govukTaskList: TaskListOptions;
  readonly govukTextarea: TextareaOptions;
  readonly govukWarningText: WarningTextOptions;
}
