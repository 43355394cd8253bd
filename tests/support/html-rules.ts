import { type Element, elementsOf } from './html.ts'

/** The content model of HTML as far as our pages use it (§3.2.5, §4), and what assistive technology needs. */
export function problemsIn(html: string): readonly string[] {
  const all = elementsOf(html)
  return [
    ...all.flatMap(nestingProblems),
    ...idProblems(all),
    ...all.flatMap(ownProblems),
    ...pageProblems(all),
  ]
}

const BLOCKS =
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 header hr main nav ol p pre section table ul'.split(
    ' ',
  )
const INTERACTIVE = ['a', 'button', 'details', 'input', 'label', 'select', 'textarea']
/** What may stand in it alone. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
  select: ['option', 'optgroup'],
  datalist: ['option'],
  table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
}
/** Of these nothing larger than words. */
const PHRASING = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'span',
  'strong',
  'a',
  'label',
  'button',
  'summary',
  'legend',
  'dt',
]
const MAY_HOLD_HEADING = ['summary', 'legend']

function nestingProblems({ name, attributes, parents }: Element): readonly string[] {
  const parent = parents.at(-1)
  const shown = `<${name}${attributes.get('class') ? ` class="${attributes.get('class')}"` : ''}>`
  const found: string[] = []
  const only = parent && ONLY[parent.name]
  if (only && !only.includes(name)) found.push(`${shown} in <${parent.name}>`)
  const phrasing = parents.findLast((each) => PHRASING.includes(each.name))
  const isHeading = /^h[1-6]$/.test(name) && MAY_HOLD_HEADING.includes(phrasing?.name ?? '')
  if (BLOCKS.includes(name) && phrasing && !isHeading) found.push(`${shown} in <${phrasing.name}>`)
  if (name === 'form' && parents.some((each) => each.name === 'form')) found.push(`${shown} in a form`)
  const pressed = parents.findLast(({ name: each }) => each === 'a' || each === 'button')
  if (pressed && INTERACTIVE.includes(name)) found.push(`${shown} in <${pressed.name}>`)
  return found
}

const REFERENCES = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'form', 'list']

function idProblems(all: readonly Element[]): readonly string[] {
  const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const dangling = all.flatMap(({ attributes }) =>
    REFERENCES.flatMap((name) =>
      (attributes.get(name) ?? '').split(' ').filter((id) => id && !ids.includes(id)),
    ),
  )
  const skipped = all.flatMap(({ attributes }) => {
    const [, id = ''] = /^#(.+)$/.exec(attributes.get('href') ?? '') ?? []
    return id && !ids.includes(id) ? [id] : []
  })
  return [
    ...twice.map((id) => `id ${id} stands twice`),
    ...dangling.map((id) => `nothing has the id ${id}`),
    ...skipped.map((id) => `#${id} leads nowhere`),
  ]
}

const UNLABELLED = ['hidden', 'submit']

function ownProblems({ name, attributes, parents }: Element): readonly string[] {
  const found: string[] = []
  for (const each of attributes.keys())
    if (each === 'style' || /^on[a-z]/.test(each)) found.push(`<${name} ${each}> is forbidden by the policy`)
  const isField = ['input', 'select', 'textarea'].includes(name)
  const isLabelled = attributes.has('aria-label') || attributes.has('aria-labelledby') || attributes.has('id')
  const isInLabel = parents.some((each) => each.name === 'label')
  if (isField && !UNLABELLED.includes(attributes.get('type') ?? '') && !isLabelled && !isInLabel)
    found.push(`<${name} name="${attributes.get('name')}"> has no label`)
  if (name === 'form' && attributes.get('method') === 'post' && !attributes.get('action'))
    found.push('a form that posts to nowhere')
  return found
}

/** Each field with an id has its label; one first heading; no level of heading is skipped. */
function pageProblems(all: readonly Element[]): readonly string[] {
  const labels = all.flatMap(({ attributes, name }) =>
    name === 'label' ? (attributes.get('for') ?? []) : [],
  )
  const bare = all.filter(
    ({ name, attributes, parents }) =>
      ['input', 'select', 'textarea'].includes(name) &&
      !UNLABELLED.includes(attributes.get('type') ?? '') &&
      !attributes.has('aria-label') &&
      !attributes.has('aria-labelledby') &&
      !parents.some((each) => each.name === 'label') &&
      !labels.includes(attributes.get('id') ?? ''),
  )
  const levels = all.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []))
  const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)
  return [
    ...bare.map(({ attributes }) => `no label for ${attributes.get('id')}`),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one first heading']),
    ...skips.map((level) => `a heading of level ${level} after a much higher one`),
  ]
}
