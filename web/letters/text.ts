import { type Block, plain } from './blocks.ts'

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
  }
}
