import { type Block, type Choices, plain } from './blocks.ts'

/** The plain part. Each address is on its own line, where every mail program makes it a link. */
export function textOf(blocks: readonly Block[]): string {
  return `${blocks.map(textOfBlock).join('\n\n')}\n`
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'say':
      return plain(block.words)
    case 'aside':
      return block.text
    case 'lines':
      return [block.title, ...block.lines.map(plain)].join('\n')
    case 'button':
      return [block.label, ...(block.note === null ? [] : [block.note]), block.url].join('\n')
    case 'link':
      return [block.label, block.url].join('\n')
    case 'choices':
      return textOfChoices(block)
  }
}

function textOfChoices({ name, about, each, page, hasOneAddress }: Choices): string {
  const choices = each.flatMap(({ label, note, url }) => {
    const line = note === null ? label : `${label} · ${note}`
    return hasOneAddress ? [line] : [line, url]
  })
  return [`${name} ${about}`, ...choices, page.label, page.url].join('\n')
}
