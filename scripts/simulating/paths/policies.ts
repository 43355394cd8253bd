import type { Aim } from '../../../worker/domain/path/aim.ts'
import { fitOf, type Format } from '../../../worker/domain/path/format.ts'
import { CLOSING_TALK, type StandardFormat } from '../../../worker/domain/path/house.ts'
import { type NextStep, nextSteps, type Path } from '../../../worker/domain/path/next-steps.ts'
import type { Blocker } from '../../../worker/domain/people/person.ts'
import type { Chance } from '../random.ts'
import { oneOf } from './people.ts'

/** What the next session begins with. `end`: by intention nothing more; `dead-end`: nothing, though nothing was closed. */
export type Choice =
  | { readonly kind: 'step'; readonly format: Format; readonly isSmaller: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'dead-end' }

export type Policy = {
  readonly name: 'next-steps' | 'loop' | 'track' | 'chance'
  readonly choose: (path: Path, chance: Chance) => Choice
}

export const POLICIES: readonly Policy[] = [
  { name: 'next-steps', choose: (path) => choiceOf(path, nextSteps(path)[0]) },
  { name: 'loop', choose: takeTurns },
  { name: 'track', choose: followTrack },
  {
    name: 'chance',
    choose: (path, chance) => {
      const next = nextSteps(path)
      return choiceOf(path, next.length > 0 ? oneOf(next, chance) : undefined)
    },
  },
]

function choiceOf(path: Path, step: Pick<NextStep, 'format' | 'isSmaller'> | undefined): Choice {
  if (step) return { kind: 'step', ...step }
  return { kind: path.hasClosed ? 'end' : 'dead-end' }
}

/** How it was before there were next steps: the two formats of each blocker in turn, and none without a blocker. */
const OF_BLOCKER: Readonly<Record<Blocker, readonly StandardFormat[]>> = {
  booked: ['read-with-me', 'one-question'],
  bottleneck: ['first-post', 'mail-to-thread'],
  handled: ['unfiltered-listening', 'three-threads'],
  'on-the-go': ['walking-call', 'voice-to-post'],
}

function takeTurns(path: Path): Choice {
  const turns = path.blockers.flatMap((each) => OF_BLOCKER[each])
  const last = latestOf(path)
  const at = turns.findIndex((each) => formatNamed(path, each)?.id === last?.formatId)
  return choiceOf(path, unchanged(formatNamed(path, turns[(at + 1) % Math.max(1, turns.length)])))
}

/** One fixed order for each aim, with the acts that were seen left out, and once more what was cut short. */
const TRACKS: Readonly<Record<Aim, readonly StandardFormat[]>> = {
  scale: [
    ...(['first-meeting', 'your-ten-minutes', 'read-with-me', 'react-and-thank', 'one-question'] as const),
    ...(['answer-once', 'closing-talk'] as const),
  ],
  align: [
    ...(['first-meeting', 'read-along', 'first-post', 'your-reasoning', 'three-readers'] as const),
    ...(['meeting-to-thread', 'closing-talk'] as const),
  ],
  filters: [
    ...([
      'first-meeting',
      'unfiltered-listening',
      'three-threads',
      'quiet-voice',
      'ask-the-network',
    ] as const),
    ...(['invite-one-peer', 'closing-talk'] as const),
  ],
}

function followTrack(path: Path): Choice {
  if (path.hasClosed) return { kind: 'end' }
  const last = latestOf(path)
  const before = path.steps.filter(({ formatId }) => formatId === last?.formatId)
  const same = path.formats.find(({ id }) => id === last?.formatId)
  if (same && last?.wasCutShort && before.length === 1 && same.standard !== CLOSING_TALK)
    return choiceOf(path, unchanged(same))
  const rest = TRACKS[path.aim ?? 'scale']
    .flatMap((name) => formatNamed(path, name) ?? [])
    .filter(({ id }) => !path.steps.some(({ formatId }) => formatId === id))
    .filter((format) => {
      const { act } = fitOf(format, path.formats)
      return act === null || !path.acts.includes(act)
    })
  return choiceOf(path, unchanged(rest[0]))
}

function unchanged(format: Format | undefined) {
  return format && { format, isSmaller: false }
}

function latestOf({ steps }: Path) {
  return steps.toSorted((one, other) => one.at - other.at).at(-1)
}

function formatNamed({ formats }: Path, name: StandardFormat | undefined): Format | undefined {
  return formats.find(({ standard }) => standard === name)
}
