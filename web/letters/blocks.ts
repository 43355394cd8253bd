/** A letter's body. Text and HTML are both made from it, so that they say the same. */
export type Block =
  | { readonly kind: 'say'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'aside'; readonly text: string }
  /** Lines to be copied as they are. */
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'button'; readonly label: string; readonly note: string | null; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }

export function say(text: string): Block {
  return { kind: 'say', text }
}

export function aside(text: string): Block {
  return { kind: 'aside', text }
}

export function lines(title: string, each: readonly string[]): Block {
  return { kind: 'lines', title, lines: each }
}

export function button(label: string, url: string, note: string | null = null): Block {
  return { kind: 'button', label, note, url }
}

export function link(label: string, url: string): Block {
  return { kind: 'link', label, url }
}
