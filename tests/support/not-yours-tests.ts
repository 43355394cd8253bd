import { expect, test } from 'vitest'

import { everyRequest, type Sample } from './every-request.ts'
import {
  asOthersAsk,
  asOwnersMix,
  askedOddly,
  type Cells,
  type Everybody,
  isByLink,
  linksOfOthers,
} from './not-yours.ts'

type Way = (everybody: Everybody, index: number) => Promise<Cells>

/** One test for each sample of these routes and each way to ask for what is somebody else's. */
export function testNotYours(everybody: Everybody, isHere: (sample: Sample) => boolean): void {
  const all = everyRequest(everybody.things.tom).map((sample, index) => ({ ...sample, index }))
  const here = all.filter(isHere)
  const byLink = here.filter(isByLink)
  const guarded = here.filter((sample) => !isByLink(sample))
  const firsts = guarded.filter(({ route, index }) => all.findIndex((each) => each.route === route) === index)

  ways('asked by others', asOthersAsk, guarded)
  ways('with one thing of somebody else', asOwnersMix, guarded)
  ways('written otherwise', askedOddly, firsts)
  ways('by its link', linksOfOthers, byLink)

  function ways(how: string, way: Way, samples: readonly (Sample & { readonly index: number })[]): void {
    if (samples.length === 0) return
    const began = performance.now()
    let cells = 0
    test.each(samples)(`$route $index, ${how}`, async ({ index }) => {
      const { count, wrong } = await way(everybody, index)
      cells += count
      expect(wrong).toEqual([])
    })
    test(`${how}: every cell was asked`, () => {
      const seconds = Math.round((performance.now() - began) / 1000)
      console.info(`${how}: ${samples.length} requests, ${cells} cells, ${seconds} s`)
      expect(cells).toBeGreaterThan(samples.length)
    })
  }
}
