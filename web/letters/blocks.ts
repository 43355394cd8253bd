/** Words of which some are a link. The label says all that the plain text needs: a number, or the address itself. */
export type Linked = { readonly text: string; readonly label: string; readonly url: string }

export type Words = string | Linked

export function plain(words: Words): string {
  return typeof words === 'string' ? words : words.text
}

/** A letter's body. Text and HTML are both made from it, so that they say the same. */
export type Block =
  | { readonly kind: 'say'; readonly words: Words }
  /** Small print. */
  | { readonly kind: 'aside'; readonly text: string }
  /** Lines to be copied as they are. */
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly Words[] }
  | { readonly kind: 'button'; readonly label: string; readonly note: string | null; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | Choices

/** One of several to choose from: each choice opens its own page, `page` opens the one with all of them. */
export type Choices = {
  readonly kind: 'choices'
  /** Who it is for, with the colon behind. */
  readonly name: string
  readonly about: string
  readonly each: readonly Choice[]
  readonly page: { readonly label: string; readonly url: string }
  /** The plain text has only the address of `page`, since an address takes more room there than what it stands for. */
  readonly hasOneAddress: boolean
}

export type Choice = { readonly label: string; readonly note: string | null; readonly url: string }

export function say(words: Words): Block {
  return { kind: 'say', words }
}

export function aside(text: string): Block {
  return { kind: 'aside', text }
}

export function lines(title: string, each: readonly Words[]): Block {
  return { kind: 'lines', title, lines: each }
}

export function button(label: string, url: string, note: string | null = null): Block {
  return { kind: 'button', label, note, url }
}

export function link(label: string, url: string): Block {
  return { kind: 'link', label, url }
}
