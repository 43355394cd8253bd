import type { Range } from './limits.ts'

/**
 * The kinds a setting of a programme or person can have. POLICY_FIELDS and RULE_FIELDS list every setting; the types,
 * the API schemas and the forms are made from them. A new setting is one line there, its default, and its label in each
 * language.
 */
export type SettingField =
  | { readonly kind: 'whole'; readonly unit: Unit; readonly range: Range }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] }
  /** A list of short texts. */
  | { readonly kind: 'words'; readonly most: number; readonly characters: number }
  | { readonly kind: 'buffers'; readonly unit: 'minutes'; readonly range: Range }
  | { readonly kind: 'blackouts'; readonly most: number; readonly characters: number }
  | { readonly kind: 'windows'; readonly most: number }
  | { readonly kind: 'trips'; readonly most: number }
  | { readonly kind: 'formats'; readonly most: number }
  | { readonly kind: 'topics'; readonly most: number; readonly characters: number }
  | { readonly kind: 'phone' }
  /** `name`, `plain`, or a title of one's own. */
  | { readonly kind: 'wording'; readonly characters: number }
  /** The address of a meeting with `{random}` in it; empty: none. */
  | { readonly kind: 'link-template'; readonly characters: number }
  /** Addresses of meetings, each once. */
  | { readonly kind: 'links'; readonly most: number; readonly characters: number }
  /** A time by the wall clock, `08:00`. */
  | { readonly kind: 'time' }
  /** People of the programme, in an order that counts. */
  | { readonly kind: 'people'; readonly most: number }

export type Unit = 'seconds' | 'minutes' | 'hours' | 'days' | 'working days' | 'sessions' | 'people'

/** Minutes kept free before and after a session. */
export type Buffers = { readonly before: number; readonly after: number }

/** The value type of a field, where its kind determines it; the other kinds have types of their own. */
export type ValueOf<F extends SettingField> = F extends { readonly kind: 'whole' }
  ? number
  : F extends { readonly kind: 'switch' }
    ? boolean
    : F extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : F extends { readonly kind: 'words' | 'links' }
        ? readonly string[]
        : F extends { readonly kind: 'buffers' }
          ? Buffers
          : F extends { readonly kind: 'phone' | 'time' | 'wording' | 'link-template' }
            ? string
            : never
