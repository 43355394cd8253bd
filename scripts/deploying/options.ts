import { parseArgs } from 'node:util'

import { type Answers, FLAGS } from './answers.ts'
import { stagingOf } from './mail.ts'

export type Options = {
  readonly name: string
  /** What is done instead of deploying one. */
  readonly act: 'deploy' | 'all' | 'rollback' | 'dry-run' | 'help'
  readonly saysPaid: boolean
  /** Answers that were given as flags. */
  readonly given: Readonly<Partial<Record<keyof Answers, string>>>
}

export const USAGE = `npm run deploy -- [--name NAME] [--staging] [--plan paid] ${Object.values(FLAGS)
  .map((flag) => `[--${flag} …]`)
  .join(' ')}
npm run deploy -- --all
npm run deploy -- --dry-run
npm run deploy -- --rollback [--name NAME]`

/** Throws with the usage at a word it does not know. */
export function readOptions(words: readonly string[]): Options {
  const {
    name = 'sotto',
    plan,
    staging = false,
    all = false,
    rollback = false,
    'dry-run': isDry = false,
    help = false,
    ...rest
  } = valuesOf(words)
  const given = Object.entries(FLAGS).flatMap(([key, flag]) => {
    const value = new Map(Object.entries(rest)).get(flag)
    return typeof value === 'string' ? [[key, value.trim()]] : []
  })
  const act = help ? 'help' : isDry ? 'dry-run' : all ? 'all' : rollback ? 'rollback' : 'deploy'
  return {
    name: staging ? stagingOf(name) : name,
    act,
    saysPaid: plan === 'paid',
    given: Object.fromEntries(given),
  }
}

function valuesOf(words: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    return parseArgs({
      args: [...words],
      options: {
        name: text,
        plan: text,
        origin: text,
        'reply-domain': text,
        jurisdiction: text,
        'first-manager': text,
        mail: text,
        'reply-prefix': text,
        'security-contact': text,
        'mail-to': text,
        'access-team': text,
        'access-aud': text,
        staging: flag,
        all: flag,
        rollback: flag,
        'dry-run': flag,
        help: { ...flag, short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}
