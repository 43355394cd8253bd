import * as z from 'zod/mini'

import { isStaging } from './mail.ts'
import type { Outside } from './outside.ts'

export const JURISDICTIONS = ['eu', 'us', 'fedramp', 'none'] as const

/** What whoever deploys decides; no secret is among it. */
export const Answers = z.object({
  origin: z.string(),
  replyDomain: z.string(),
  jurisdiction: z.enum(JURISDICTIONS),
  /** Empty: the secret of `/claim` lets the first one in. */
  firstManager: z.string(),
  /** `cloudflare`, or a relay as `smtp://user@host:port`. */
  mail: z.string(),
  replyPrefix: z.string(),
  securityContact: z.string(),
  /** Of a rehearsal: the addresses that it may write to, separated by commas, or `anybody`. */
  mailTo: z.optional(z.string()),
  /** Cloudflare Access in front: the team, and the audience tag of the application. Both, or none. */
  accessTeam: z.optional(z.string()),
  accessAud: z.optional(z.string()),
})
export type Answers = z.infer<typeof Answers>
type Known = Readonly<Partial<Record<keyof Answers, string | undefined>>>

type Question = {
  readonly name: keyof Answers
  readonly asks: (known: Known, name: string) => string
  /** What an empty line means; null where something has to be said. */
  readonly otherwise: (known: Known, name: string) => string | null
}

const QUESTIONS: readonly Question[] = [
  {
    name: 'origin',
    asks: () => 'The address that people will open, such as https://leadership.northwind.com: ',
    otherwise: () => null,
  },
  {
    name: 'replyDomain',
    asks: (known, name) => `The domain that answers to invites come to [${replyDomainBeside(known, name)}]: `,
    otherwise: replyDomainBeside,
  },
  {
    name: 'jurisdiction',
    asks: () => 'Where the data has to stay, for good: eu, us, fedramp or none: ',
    otherwise: () => null,
  },
  {
    name: 'firstManager',
    asks: () => 'Who begins, as “Name <address>”; nothing for a secret to begin with: ',
    otherwise: () => '',
  },
  {
    name: 'mail',
    asks: () => 'How mail leaves: cloudflare, or your relay as smtp://user@host:465 [cloudflare]: ',
    otherwise: () => 'cloudflare',
  },
]

/** The flags of the command, by the answer each gives. */
export const FLAGS: Readonly<Record<keyof Answers, string>> = {
  origin: 'origin',
  replyDomain: 'reply-domain',
  jurisdiction: 'jurisdiction',
  firstManager: 'first-manager',
  mail: 'mail',
  replyPrefix: 'reply-prefix',
  securityContact: 'security-contact',
  mailTo: 'mail-to',
  accessTeam: 'access-team',
  accessAud: 'access-aud',
}

/** Asks only for what is not known; without anybody to ask, throws with the flags that are missing. */
export async function completed(
  deployment: string,
  known: Known,
  { ask }: Pick<Outside, 'ask'>,
): Promise<Answers> {
  const missing = QUESTIONS.filter(({ name }) => known[name] === undefined)
  if (ask === null && missing.length > 0)
    throw new Error(`Nobody can be asked here: give ${missing.map(flagOf).join(', ')}.`)
  const said: Record<string, string | undefined> = { replyPrefix: 'calendar-', securityContact: '', ...known }
  for (const { name, asks, otherwise } of missing)
    said[name] = (await ask?.(asks(said, deployment)))?.trim() || (otherwise(said, deployment) ?? '')
  const read = Answers.safeParse(said)
  if (!read.success) throw new Error(`--jurisdiction has to be ${JURISDICTIONS.join(', ')}.`)
  return read.data
}

/** The command with every answer in it, so that nothing has to be typed again. */
export function commandOf(name: string, answers: Answers): string {
  const flags = Object.entries(FLAGS).flatMap(([key, flag]) => {
    const value = new Map(Object.entries(answers)).get(key)
    return value === undefined ? [] : [`--${flag} '${value.replaceAll("'", "'\\''")}'`]
  })
  return ['npm run deploy -- --name', name, ...flags].join(' ')
}

function flagOf({ name }: Question): string {
  return `--${FLAGS[name]}`
}

/** Below the organisation's own domain, so that it looks like a calendar of the house; of a rehearsal not the same. */
function replyDomainBeside({ origin = '' }: Known, name: string): string {
  const labels = URL.parse(origin)?.hostname.split('.') ?? []
  const above = labels.length > 2 ? labels.slice(1) : labels
  const label = isStaging(name) ? 'calendar-staging' : 'calendar'
  return above.length > 1 ? `${label}.${above.join('.')}` : ''
}
