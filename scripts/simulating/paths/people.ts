import { type Aim, AIMS } from '../../../worker/domain/path/aim.ts'
import { EVIDENCES } from '../../../worker/domain/path/stage.ts'
import { type Blocker, BLOCKERS } from '../../../worker/domain/people/person.ts'
import type { Evidence } from '../../../worker/domain/session/outcome.ts'
import { type Chance, chanceOf } from '../random.ts'
import type { Prior } from './priors.ts'

/** One executive: what everybody knows, and what nobody does. */
export type Executive = {
  readonly id: string
  /** Null: not yet said. */
  readonly aim: Aim | null
  /** What was said to stand in the way, and what does. */
  readonly blockers: readonly Blocker[]
  readonly obstacles: readonly Blocker[]
  readonly followsThrough: number
  readonly ease: Readonly<Record<Evidence, number>>
}

const NO_AIM = 0.1
const NO_OBSTACLE = 0.15
const TWO_OBSTACLES = 0.15
/** How often what was said to stand in the way is what does. */
const SAID_RIGHT = 0.8

export function executivesOf(prior: Prior, count: number, seed: number): readonly Executive[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${prior.name}:${index}`
    return drawn(prior, id, chanceOf(seed, id))
  })
}

function drawn({ followsThrough, ease }: Prior, id: string, chance: Chance): Executive {
  const obstacles = obstaclesOf(chance)
  const other = chance.of(SAID_RIGHT) ? obstacles : obstaclesOf(chance)
  return {
    id,
    aim: chance.of(NO_AIM) ? null : oneOf(AIMS, chance),
    blockers: other,
    obstacles,
    followsThrough: chance.between(followsThrough.least, followsThrough.most),
    ease: {
      reading: chance.between(ease.reading.least, ease.reading.most),
      answering: chance.between(ease.answering.least, ease.answering.most),
      posting: chance.between(ease.posting.least, ease.posting.most),
      'asking-others-in': chance.between(ease['asking-others-in'].least, ease['asking-others-in'].most),
    },
  }
}

function obstaclesOf(chance: Chance): readonly Blocker[] {
  if (chance.of(NO_OBSTACLE)) return []
  const first = oneOf(BLOCKERS, chance)
  if (!chance.of(TWO_OBSTACLES)) return [first]
  return [
    first,
    oneOf(
      BLOCKERS.filter((each) => each !== first),
      chance,
    ),
  ]
}

/** One of several, each as likely as another. */
export function oneOf<Value>(all: readonly Value[], chance: Chance): Value {
  const one = all[Math.floor(chance.between(0, all.length))] ?? all[0]
  if (one === undefined) throw new Error('one of none')
  return one
}

/** The nearest act that was not seen. */
export function nextActOf(acts: readonly Evidence[]): Evidence | null {
  return EVIDENCES.find((act) => !acts.includes(act)) ?? null
}
