import type { FormatId } from '../ids.ts'
import type { Format } from './format.ts'
import { CLOSING_TALK, FIRST_MEETING } from './house.ts'
import type { PairingTrack } from './track.ts'

/** The first meeting and the closing talk frame every track: whoever lists them is not counted twice. */
function isFrame({ standard }: Pick<Format, 'standard'>): boolean {
  return standard === FIRST_MEETING || standard === CLOSING_TALK
}

/** The copy that a pairing takes when it starts: the steps that can come. */
export function copyOf(track: PairingTrack, formats: readonly Format[]): PairingTrack {
  const { id, title, steps } = track
  return { id, title, steps: steps.filter(({ formatId }) => canCome(formatId, formats)) }
}

export function canCome(formatId: FormatId, formats: readonly Format[]): boolean {
  return formats.some((each) => each.id === formatId && !each.isArchived && !isFrame(each))
}
