import { mostOf } from './letter/budget.ts'
import { DAY, HOUR, MINUTE } from './time/time.ts'

/** How often something may be done. The table of docs/operating.md is made of these rows. */
export type RateLimit = {
  /** What is counted. */
  readonly what: string
  /** For whom it is counted. */
  readonly per: string
  readonly most: number
  readonly windowMs: number
  /** What happens beyond it, and who is told. */
  readonly beyond: string
  /** Why nobody else can use it up to somebody’s harm. */
  readonly harmless: string
}

/** Beyond its allowance a mailbox gets another sign-in link only when the newest unused one is this old. */
export const SPARE_LINK_MS = 8 * MINUTE

/**
 * All limits of how often; how large something may be stands in `limits.ts`. None of them keeps somebody out because
 * of what another did elsewhere: where a limit could, it bounds mails that reach him, and not what he can do.
 */
export const RATE_LIMITS = {
  'sign-in-from': {
    what: 'sign-in links that are asked for',
    per: 'network: one IPv4 address, a /64 of IPv6',
    most: 60,
    windowMs: HOUR,
    beyond: 'status 429: the page says that this network asked too often, until when, and the ways round it',
    harmless:
      'only his own network uses it up; a browser that was signed in here before does not need it, nor another network',
  },
  'sign-in-by': {
    what: 'sign-in links that are asked for',
    per: 'browser that was signed in here before, by its signed cookie',
    most: 10,
    windowMs: HOUR,
    beyond: 'it counts as any other of its network',
    harmless: 'the cookie is in no other browser',
  },
  'sign-in-to': {
    what: 'sign-in links that are mailed',
    per: 'mailbox, whichever of its addresses was typed',
    most: 3,
    windowMs: HOUR,
    beyond:
      'no other mail while an unused link of the last eight minutes is there; the page is the same as always',
    harmless: 'a link that works lies in the mailbox then: whoever reads it can sign in',
  },
  claim: {
    what: 'secrets that are tried to claim an empty installation',
    per: 'network: one IPv4 address, a /64 of IPv6',
    most: 20,
    windowMs: HOUR,
    beyond: 'status 429, the right secret too, until the hour is over',
    harmless:
      'only his own network uses it up; another network claims, and so does whoever FIRST_MANAGER names',
  },
  invitation: {
    what: 'invitations that a manager sends again',
    per: 'programme and mentor',
    most: 5,
    windowMs: HOUR,
    beyond: 'status 429 for the manager',
    harmless: 'managers of the programme only; the mentor has five mails with a link that lives a week',
  },
  'test-mail': {
    what: 'test mails',
    per: 'manager',
    most: 10,
    windowMs: HOUR,
    beyond: 'status 429 for the manager',
    harmless: 'only she uses it up',
  },
  'report-link': {
    what: 'links to the figures that are made',
    per: 'programme and manager',
    most: 10,
    windowMs: HOUR,
    beyond: 'status 429 for the manager',
    harmless: 'only she uses it up; the same request again is not counted',
  },
  key: {
    what: 'keys of the API that are made',
    per: 'maker',
    most: 10,
    windowMs: HOUR,
    beyond: 'status 429 for her',
    harmless: 'only she uses it up; the same request again is not counted',
  },
  'key-reads': {
    what: 'requests of the API that read',
    per: 'key',
    most: 600,
    windowMs: MINUTE,
    beyond: 'status 429 for the program; the database is not asked',
    harmless: 'only its holder uses it up; counted at each place of Cloudflare by itself',
  },
  'key-writes': {
    what: 'requests of the API that change something',
    per: 'key',
    most: 120,
    windowMs: MINUTE,
    beyond: 'status 429 for the program; the database is not asked',
    harmless: 'only its holder uses it up; reading goes on',
  },
  webhook: {
    what: 'webhooks that are made, and test events that are sent',
    per: 'maker',
    most: 20,
    windowMs: HOUR,
    beyond: 'status 429 for her',
    harmless: 'only she uses it up; the same request again is not counted',
  },
  'own-page': {
    what: 'mails with the link to his own page',
    per: 'executive',
    most: mostOf('own page'),
    windowMs: DAY,
    beyond: 'no other mail; whoever presses reads the same as always',
    harmless: 'both links of the day lie in his mailbox, and work',
  },
  'decline-asked': {
    what: 'mails that ask whether a decline was meant',
    per: 'invite and revision',
    most: 1,
    windowMs: DAY,
    beyond: 'no other mail; whoever presses reads the same as always',
    harmless:
      'the link of the day lies in his mailbox, and works; his calendar and his own page decline without it',
  },
  refresh: {
    what: 'invites that are sent again because a calendar asks (REFRESH)',
    per: 'invite and revision',
    most: 1,
    windowMs: HOUR,
    beyond: 'no other mail',
    harmless: 'what he would get lies in his mailbox',
  },
  'letter-copy': {
    what: 'copies of a letter that was sent',
    per: 'letter',
    most: 1,
    windowMs: HOUR,
    beyond: 'the answer names the copy of that hour',
    harmless: 'managers of the programme only; the copy is on its way',
  },
  'kept-form': {
    what: 'forms that are kept while their sender signs in',
    per: 'person',
    most: 10,
    windowMs: DAY,
    beyond: 'the oldest goes',
    harmless: 'only a browser in which he was signed in keeps forms for him',
  },
  'strangers-mail': {
    what: 'mails of strangers that are kept with their words',
    per: 'programme',
    most: 200,
    windowMs: 30 * DAY,
    beyond: 'the oldest of whoever wrote most goes, and stays in the count on Today',
    harmless: 'mail from anybody who is known, or with the UID of an invite, is never among them',
  },
} as const satisfies Readonly<Record<string, RateLimit>>

export type RateLimitName = keyof typeof RATE_LIMITS

/** Those of a key, which Cloudflare counts; the numbers stand in wrangler.toml too. */
export type KeyLimit = Extract<RateLimitName, 'key-reads' | 'key-writes'>
