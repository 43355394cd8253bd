import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { LOOK_ROUTES } from '../../worker/domain/record/look-route.ts'
import { type Route, routes } from '../../worker/http/routes.ts'
import { root } from '../root.ts'

/** What stands behind a route, by the beginning of its path, the API’s without `/api/v1`. The longest beginning counts. */
export const ROUTE_PURPOSES: Readonly<Record<string, string>> = {
  '/health': 'whether the installation runs; the API’s has details for its owner, in codes and counts',
  '/.well-known': 'where a hole is reported (RFC 9116), if the operator names a contact',
  '/assets': 'style sheets and scripts',
  '/': 'leads on: to a sign-in, or to the reader’s own beginning',
  '/claim': 'the owner of an empty installation, by a secret of its operator',
  '/sign-in': 'a sign-in by a mailed link',
  '/sign-out': 'the end of a sign-in',
  '/sign-ins': 'where the reader is signed in',
  '/keys': 'the keys by which a program asks the API as the reader',
  '/api/docs': 'what the API answers, to read',
  '/calendar.ics': 'the reader’s dates, for his calendar program',
  '/answer': 'the times of an offer, and the answer',
  '/invite': 'the page behind a calendar’s event: time and place, and the answer',
  '/confirm': 'a decline that is confirmed',
  '/log': 'how a session went',
  '/own': 'an executive’s own page',
  '/own/record': 'all that is held about an executive, for himself',
  '/figures': 'a programme’s totals, for whoever holds a link to them',
  '/pulse': 'the two questions half-way and at the end',
  '/meeting': 'the mentor’s page of the day',
  '/today': 'what waits for a manager',
  '/presses': 'taking back a press, or letting its letters leave at once',
  '/search': 'people, pairings and sessions of the reader, by name',
  '/board': 'executives by what they were seen doing, or by name where stages are off',
  '/statuses': 'whether a pairing goes on or rests',
  '/blockers': 'what gets in an executive’s way',
  '/calendar': 'the sessions of a week',
  '/sessions': 'one session: time, place, answers, outcome, history',
  '/pairings': 'who meets whom, and what for',
  '/suggestions': 'pairs that would fit',
  '/people': 'who takes part, with addresses, hours, rules and notes',
  '/people/:id/departure': 'the last day of a person: dates, links and sign-ins that end with it',
  '/people/:id/erasure': 'erasing a person: what goes, what stays, and the press',
  '/webhooks': 'addresses that are told, in ids and codes, what happens in a programme',
  '/imports': 'a list that is brought in as a file',
  '/programmes': 'a programme’s rules and end',
  '/programmes/:id/export': 'people, pairings, hours or sessions as a file',
  '/programmes/:id/report': 'totals for a sponsor',
  '/programmes/:id/report/links':
    'links to these totals: whom each is for, until when, how often it was opened',
  '/programmes/:id/formats': 'what sessions begin with',
  '/programmes/:id/tracks': 'in which order formats are practised',
  '/programmes/:id/plans': 'a draft of dates for many pairs',
  '/received': 'a mail that needs a human',
  '/feed': 'the secret address of the reader’s dates',
  '/deliveries': 'mails that were sent or are waiting',
  '/activity': 'what was done in a programme, by whom',
  '/formats': 'what sessions begin with',
  '/tracks': 'in which order formats are practised',
  '/plans': 'a draft of dates for many pairs',
  '/desk':
    'an assistant’s desk: time, place and answers of those she answers for, and how their calendars are read',
  '/mine': 'a mentor’s own sessions',
  '/mine/record': 'all that is held about the reader himself',
  '/availability': 'a mentor’s hours',
  '/guide': 'the guide for mentors',
  '/openapi.json': 'the description of the API; of nobody',
  '/offers': 'times that are offered, and the answer',
  '/mcp': 'the same as the API, for an agent that has a key',
}

export type DescribedRoute = Route & {
  readonly purpose: string
  readonly isLogged: boolean
  readonly asksFreshLink: boolean
}

/** Every route with what it is for. Throws for one that nobody has described. */
export function describedRoutes(all: readonly Route[] = routes): readonly DescribedRoute[] {
  const fresh = freshLinkRoutes()
  const missing = all.filter(({ path }) => keyOf(path) === undefined)
  if (missing.length > 0)
    throw new Error(
      missing
        .map(({ path }) => `${path} has no purpose: add its beginning in scripts/dossier/route-purposes.ts`)
        .join('\n'),
    )
  return all.map((route) => ({
    ...route,
    purpose: ROUTE_PURPOSES[keyOf(route.path) ?? ''] ?? '',
    isLogged: LOOK_ROUTES.some((each) => each === route.path),
    asksFreshLink: fresh.includes(`${route.method} ${route.path}`),
  }))
}

export function keyOf(path: string): string | undefined {
  const bare = path.replace(/^\/api\/v1(?=\/)/, '')
  return Object.keys(ROUTE_PURPOSES)
    .filter((key) => bare === key || (key !== '/' && bare.startsWith(`${key}/`)))
    .toSorted((one, other) => other.length - one.length)[0]
}

/** What asks for a young link. Read from the text: the module itself draws pages, which a command cannot load. */
export function freshLinkRoutes(): readonly string[] {
  const text = readFileSync(join(root, 'worker/http/way-back/fresh-link.ts'), 'utf8')
  return Array.from(text.matchAll(/^  '([A-Z]+ \/[^']*)':/gm), ([, route = '']) => route)
}
