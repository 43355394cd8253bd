import { type ContentLine, readLines } from './lines.ts'

/** A component with its own lines. The lines of a VALARM never belong to its event. */
export type Component = {
  readonly name: string
  readonly lines: readonly ContentLine[]
  readonly components: readonly Component[]
}

type Open = { readonly name: string; readonly lines: ContentLine[]; readonly components: Component[] }

/** No valid calendar nests deeper. */
const MAX_COMPONENT_DEPTH = 8

export type Calendar = {
  /** Holds all VCALENDARs, and everything found outside of one. */
  readonly root: Component
  /** Whether every BEGIN has its END. */
  readonly complete: boolean
}

/**
 * RFC 5545 §3.4 and §3.6, lenient: a missing END is added, a superfluous one ignored. `only` names the properties that
 * are kept, including BEGIN and END.
 */
export function readCalendarText(text: string, only: ReadonlySet<string> | null = null): Calendar {
  const root: Open = { name: '', lines: [], components: [] }
  const open: Open[] = [root]
  let complete = true
  for (const line of readLines(text, only)) {
    const inner = open.at(-1) ?? root
    if (line.name === 'BEGIN') begin(open, inner, line.value.toUpperCase())
    else if (line.name === 'END') complete = end(open, line.value.toUpperCase()) && complete
    else inner.lines.push(line)
  }
  return { root, complete: complete && open.length === 1 && root.components.length > 0 }
}

/** All components of this name, at any depth. */
export function componentsNamed(component: Component, name: string): Component[] {
  return component.components.flatMap((each) => (each.name === name ? [each] : componentsNamed(each, name)))
}

export function lineNamed(component: Component, name: string): ContentLine | null {
  return component.lines.find((line) => line.name === name) ?? null
}

export function linesNamed(component: Component, name: string): ContentLine[] {
  return component.lines.filter((line) => line.name === name)
}

/** The value of a line in upper case; null if it is absent or empty. */
export function wordOf(component: Component, name: string): string | null {
  return lineNamed(component, name)?.value.trim().toUpperCase() || null
}

function begin(open: Open[], inner: Open, name: string): void {
  const within = inner.name === name && /^(?:VEVENT|VCALENDAR)$/.test(name) ? closeLast(open) : inner
  const component: Open = { name, lines: [], components: [] }
  if (open.length > MAX_COMPONENT_DEPTH) return
  within.components.push(component)
  open.push(component)
}

/** An event directly inside an event means that the first one's END was lost. */
function closeLast(open: Open[]): Open {
  const [root] = open
  open.pop()
  return open.at(-1) ?? root ?? { name: '', lines: [], components: [] }
}

function end(open: Open[], name: string): boolean {
  const at = open.findLastIndex((each, index) => index > 0 && each.name === name)
  if (at < 0) return false
  const inOrder = at === open.length - 1
  open.length = at
  return inOrder
}
