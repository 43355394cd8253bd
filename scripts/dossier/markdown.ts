/** A table, as Markdown; a bar inside a cell would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function list(items: readonly string[]): string {
  return items.map((each) => `- ${each}`).join('\n')
}

export function code(name: string): string {
  return `\`${name}\``
}

/** Parts of a page, with an empty line between them. */
export function page(...parts: readonly string[]): string {
  return `${parts.map((each) => each.trim()).join('\n\n')}\n`
}

/** What whoever uses the draft has to fill in. */
export function blank(what: string): string {
  return `**[${what} ______]**`
}
