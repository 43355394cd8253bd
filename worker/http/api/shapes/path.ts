import * as z from 'zod/mini'

import { formatName } from '../../../../web/words/formats/words.ts'
import { reasonWords } from '../../../../web/words/path/words.ts'
import type { Aim } from '../../../domain/path/aim.ts'
import type { NextStep, ReasonCode } from '../../../domain/path/next-steps.ts'
import type { DoneSession } from '../../../domain/path/path.ts'
import { EVIDENCES, type Stage, STAGES } from '../../../domain/path/stage.ts'
import { type SeenFields, seen } from '../../../domain/people/fields.ts'
import type { Look } from '../../../domain/people/permission.ts'
import type { Locale } from '../../../domain/people/person.ts'
import { iso } from '../../../domain/time/time.ts'
import { aim } from './pairing.ts'
import { oneOf } from './values.ts'

const done = oneOf('yes', 'partly', 'no')

/** `lastDone` and `evidence` as that session's log has them; `commitmentDone`: what became of what was agreed in it. */
export const pathAnswer = z.strictObject({
  /** `null`: the programme keeps no stages. */
  stage: z.nullable(oneOf(...STAGES)),
  aim,
  track: z.nullable(z.strictObject({ id: z.string(), step: z.int(), of: z.int() })),
  done: z.array(
    z.strictObject({
      formatId: z.nullable(z.string()),
      sessionId: z.string(),
      at: z.string(),
      result: z.nullable(oneOf('happened', 'cut-short')),
      lastDone: z.nullable(done),
      commitmentDone: z.nullable(done),
      evidence: z.nullable(oneOf(...EVIDENCES)),
    }),
  ),
  next: z.array(
    z.strictObject({
      formatId: z.string(),
      name: z.string(),
      smaller: z.boolean(),
      reasons: z.array(z.string()),
      words: z.array(z.string()),
    }),
  ),
})

/** How far an executive has come, as the API shows it. */
export type PathShown = {
  readonly stage: Stage | null
  readonly aim: Aim | null
  readonly track: z.input<typeof pathAnswer>['track']
  readonly done: z.input<typeof pathAnswer>['done']
  readonly next: z.input<typeof pathAnswer>['next']
}

export const PATH_FIELDS: SeenFields<PathShown> = {
  stage: 'stage',
  aim: 'aim',
  track: { sight: 'track', instead: null },
  done: 'topic',
  next: 'topic',
}

type PathFacts = Pick<PathShown, 'stage' | 'aim' | 'track'> & {
  readonly done: readonly DoneSession[]
  readonly next: readonly NextStep[]
}

export function pathJson(
  look: Look,
  { stage, aim: towards, track, done: sessions, next }: PathFacts,
  locale: Locale,
): z.input<typeof pathAnswer> {
  const shown: PathShown = {
    stage,
    aim: towards,
    track,
    done: sessions.map(({ at, ...session }) => ({ ...session, at: iso(at) })),
    next: next.map(({ format, isSmaller, reasons }) => ({
      formatId: format.id,
      name: formatName(format.words, locale),
      smaller: isSmaller,
      reasons: reasons.map(({ code }): ReasonCode => code),
      words: [...reasonWords(reasons, locale)],
    })),
  }
  return seen(look, PATH_FIELDS, shown)
}
