import type { FormatId } from '../../worker/domain/ids.ts'
import { completeWords, type Format, standardFormats } from '../../worker/domain/path/format.ts'
import type { StandardFormat } from '../../worker/domain/path/house.ts'

/** The built-in formats; each id contains its name. */
export function theStandards(): readonly Format[] {
  return standardFormats('prg_1', (prefix) => `${prefix}_0`).map((each) => ({
    ...each,
    id: idOf(each.standard ?? 'read-with-me'),
  }))
}

export function idOf(standard: StandardFormat): FormatId {
  return `fmt_${standard}`
}

/** A programme's own format. */
export function aFormat(parts: Partial<Format> = {}): Format {
  return {
    id: 'fmt_own',
    programmeId: 'prg_1',
    position: 40,
    standard: null,
    words: completeWords({
      name: 'Two letters',
      prompts: ['Which letter would you rather not write?'],
      avoid: 'Typing.',
    }),
    outwardTitle: null,
    minutes: null,
    link: null,
    executiveLink: null,
    fit: null,
    isArchived: false,
    ...parts,
  }
}
