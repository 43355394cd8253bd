import { EVERY_CAPABILITY, type GivenThing, OPEN_NOTHING } from '../worker/domain/people/every-capability.ts'
import { placed } from './made-part.ts'

function capabilityTable(): string {
  const all: readonly (readonly [string, GivenThing])[] = Object.entries(EVERY_CAPABILITY)
  return [
    ...all.flatMap(([name, each]) => ['', `### ${name}`, '', ...about(each)]),
    ...['', '### What opens nothing by itself', ''],
    ...Object.entries(OPEN_NOTHING).map(([name, why]) => `- ${name}: ${why}.`),
  ]
    .slice(1)
    .join('\n')
}

function about(each: GivenThing): readonly string[] {
  const columns = each.columns.map((column) => `\`${column}\``).join(', ')
  return [
    '| | |',
    '|---|---|',
    `| reader | ${each.reader} |`,
    `| may | ${each.may} |`,
    `| carried by | ${each.carried} |`,
    `| lasts | ${each.lasts} |`,
    `| works | ${each.uses} |`,
    `| in the database | ${each.stored}${columns && `: ${columns}`} |`,
    `| ended early by | ${each.ends.map(({ by, where }) => `${by} (\`${where}\`)`).join('; ')} |`,
    `| a change of \`SECRET\` with two values | ${each.rotated} |`,
    ...(each.routes.length > 0
      ? [`| proof for | ${each.routes.map((route) => `\`${route}\``).join(', ')} |`]
      : []),
  ]
}

/** The page with the table in its place. */
export function withCapabilities(page: string): string {
  return placed(page, 'capabilities', capabilityTable())
}
