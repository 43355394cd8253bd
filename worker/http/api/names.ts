/** The chapters of the API: what a path is about, by its first word. */
export const TAGS = [
  { name: 'Programmes', description: 'Programmes with their policy, formats, tracks, plans and figures.' },
  { name: 'People', description: 'Who takes part, with rules and hours.' },
  { name: 'Pairings', description: 'Who meets whom, what comes next, and when both are free.' },
  { name: 'Offers', description: 'Times that are held for both until somebody answers.' },
  { name: 'Sessions', description: 'Dates with their invites, moves and logs.' },
  { name: 'Today', description: 'What waits for a manager.' },
  { name: 'Imports', description: 'Lists that come in as a file.' },
  { name: 'Deliveries', description: 'Letters, and what became of them.' },
  { name: 'Installation', description: 'Keys, webhooks, health, search and this description.' },
] as const

type Tag = (typeof TAGS)[number]['name']

const TAG_OF: Readonly<Record<string, Tag>> = {
  ...{ programmes: 'Programmes', formats: 'Programmes', tracks: 'Programmes', plans: 'Programmes' },
  ...{ people: 'People', pairings: 'Pairings', offers: 'Offers', sessions: 'Sessions', today: 'Today' },
  ...{ imports: 'Imports', deliveries: 'Deliveries' },
}

export function tagOf(path: string): Tag {
  return TAG_OF[path.split('/')[3] ?? ''] ?? 'Installation'
}

const VERBS = { GET: 'get', POST: 'create', PUT: 'replace', PATCH: 'change', DELETE: 'end' } as const

/**
 * The name of an operation, for clients that are generated: the method's verb and the words of the path, `getPairingSlots`.
 * A path's ids are left out, and a list is in the plural, so no two are the same; a test compares them.
 */
export function operationIdOf(method: keyof typeof VERBS, path: string): string {
  const parts = path.split('/').slice(3)
  const words = parts.flatMap((part, index) => {
    if (part.startsWith(':')) return []
    const isOfOne = parts[index + 1]?.startsWith(':') ?? false
    const isMade = method === 'POST' && index === parts.length - 1
    return [isOfOne || isMade ? singular(part) : part]
  })
  return VERBS[method] + words.map((word) => capital(word.replace('.json', ''))).join('')
}

function singular(word: string): string {
  if (word === 'people') return 'person'
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
