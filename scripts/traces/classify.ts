/** `of`: the higher, the more a row looks like ours. `leans`: how much each column counts in it. */
export type Score = {
  readonly of: (row: Float64Array) => number
  readonly leans: readonly number[]
}

type Examples = { readonly rows: readonly Float64Array[]; readonly labels: readonly boolean[] }

/** Two plain classifiers, one that adds and one that asks questions: the mean of what they say. */
export function learn(examples: Examples): Score {
  const [logistic, stumps] = [learnLogistic(examples), learnStumps(examples)]
  return {
    of: (row) => (logistic.of(row) + stumps.of(row)) / 2,
    leans: logistic.leans.map((lean, at) => lean + (stumps.leans[at] ?? 0)),
  }
}

const STEPS = 60
const RATE = 0.5
const SHRINK = 0.01

/** Logistic regression on standardised features, by gradient descent with momentum; both kinds weigh the same. */
function learnLogistic({ rows, labels }: Examples): Score {
  const width = rows[0]?.length ?? 0
  const { means, scales } = standardsOf(rows, width)
  const scaled = rows.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) * (scales[at] ?? 0)))
  const shares = weightsOf(labels)
  const weights = new Float64Array(width)
  const speed = new Float64Array(width)
  let bias = 0
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(width)
    let ofBias = 0
    scaled.forEach((row, index) => {
      const error = (sigmoid(bias + dot(weights, row)) - (labels[index] ? 1 : 0)) * (shares[index] ?? 0)
      ofBias += error
      for (let at = 0; at < width; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (row[at] ?? 0)
    })
    bias -= RATE * ofBias
    for (let at = 0; at < width; at += 1) {
      speed[at] = 0.8 * (speed[at] ?? 0) - RATE * ((gradient[at] ?? 0) + SHRINK * (weights[at] ?? 0))
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0)
    }
  }
  const of = (row: Float64Array): number => {
    let sum = bias
    for (let at = 0; at < width; at += 1)
      sum += (weights[at] ?? 0) * ((row[at] ?? 0) - (means[at] ?? 0)) * (scales[at] ?? 0)
    return sigmoid(sum)
  }
  return { of, leans: Array.from(weights, Math.abs) }
}

function standardsOf(rows: readonly Float64Array[], width: number) {
  const means = new Float64Array(width)
  const scales = new Float64Array(width)
  for (let at = 0; at < width; at += 1) {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length
    const square = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length
    means[at] = mean
    scales[at] = square < 1e-9 ? 0 : 1 / Math.sqrt(square)
  }
  return { means, scales }
}

const ROUNDS = 30
const CUTS = 12

type Stump = { readonly at: number; readonly cut: number; readonly vote: number }

/** Decision stumps, boosted (AdaBoost): each asks whether one feature is above one cut. */
function learnStumps({ rows, labels }: Examples): Score {
  const width = rows[0]?.length ?? 0
  const cuts = Array.from({ length: width }, (_, at) => cutsOf(rows, at))
  let shares = weightsOf(labels)
  const stumps: Stump[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const best = bestStump({ rows, labels }, shares, cuts)
    if (!best) break
    stumps.push(best)
    const next = shares.map(
      (share, index) => share * Math.exp(-(labels[index] ? 1 : -1) * voteOf(best, rows[index])),
    )
    const total = next.reduce((sum, each) => sum + each, 0)
    shares = next.map((each) => each / total)
  }
  const leans = new Float64Array(width)
  for (const { at, vote } of stumps) leans[at] = (leans[at] ?? 0) + Math.abs(vote)
  return {
    of: (row) => sigmoid(stumps.reduce((sum, stump) => sum + voteOf(stump, row), 0)),
    leans: [...leans],
  }
}

function voteOf({ at, cut, vote }: Stump, row: Float64Array | undefined): number {
  return (row?.[at] ?? 0) > cut ? vote : -vote
}

function cutsOf(rows: readonly Float64Array[], at: number): readonly number[] {
  const values = [...new Set(rows.map((row) => row[at] ?? 0))].toSorted((one, other) => one - other)
  const middles = values.slice(1).map((value, index) => (value + (values[index] ?? 0)) / 2)
  if (middles.length <= CUTS) return middles
  return Array.from({ length: CUTS }, (_, index) => middles[Math.floor((index * middles.length) / CUTS)] ?? 0)
}

function bestStump(
  { rows, labels }: Examples,
  shares: readonly number[],
  cuts: readonly (readonly number[])[],
): Stump | null {
  let best: Stump | null = null
  let furthest = 1e-6
  cuts.forEach((of, at) => {
    for (const cut of of) {
      let right = 0
      rows.forEach((row, index) => {
        if ((row[at] ?? 0) > cut === labels[index]) right += shares[index] ?? 0
      })
      const distance = Math.abs(right - 0.5)
      if (distance <= furthest) continue
      furthest = distance
      const bounded = Math.min(0.995, Math.max(0.005, right))
      best = { at, cut, vote: 0.5 * Math.log(bounded / (1 - bounded)) }
    }
  })
  return best
}

/** Ours and the others together weigh the same, and all of them one. */
function weightsOf(labels: readonly boolean[]): readonly number[] {
  const ours = labels.filter(Boolean).length
  return labels.map((isOurs) => 0.5 / Math.max(1, isOurs ? ours : labels.length - ours))
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
