/** How much of a mail is read for a suggestion. Who has more to say is read by a person. */
const MAX_OWN_CHARACTERS = 2000
/** More lines than anybody writes above what he quotes, and longer than any line that ends one's own words. */
const MAX_LINES = 400
const MAX_MARK_CHARACTERS = 300
/** A sentence longer than that suggests nothing that could be read for certain. */
const MAX_SENTENCE_CHARACTERS = 500

/**
 * The sentences that the writer wrote himself, without what he quotes and signs with. A line break does not end a
 * sentence, because mail programs break lines anywhere. A sentence that is cut off is left out: its end may deny it. In
 * doubt a line is not his, the other way round than in own-words.ts: nothing is suggested that somebody else may have said.
 */
export function ownSentences(text: string): readonly string[] {
  const own = withoutQuotes(text)
  const sentences = sentencesIn(own.slice(0, MAX_OWN_CHARACTERS))
  return own.length > MAX_OWN_CHARACTERS ? sentences.slice(0, -1) : sentences
}

function withoutQuotes(text: string): string {
  const kept: string[] = []
  const lines = text.replace(/\r\n?/g, '\n').split('\n', MAX_LINES)
  let skipped = 0
  for (const [index, line] of lines.entries()) {
    if (index < skipped || /^\s*[>|]/.test(line)) continue
    const isMark = line.length <= MAX_MARK_CHARACTERS
    const introduction = isMark ? introductionAt(lines, index) : 0
    // Below quoted lines the writer may go on. Without marks before them, nothing tells the two apart.
    if (introduction > 0 && !lines.slice(index, index + introduction + 2).some((each) => /^\s*>/.test(each)))
      break
    if (isMark && ENDS.test(line)) break
    if (introduction > 0) skipped = index + introduction
    else kept.push(line)
  }
  return kept.join('\n')
}

/** How many lines of “On … wrote:” begin here: it is often broken over two or three. */
function introductionAt(lines: readonly string[], index: number): number {
  const [first = ''] = lines.slice(index, index + 1)
  if (WROTE.test(first) || /^.{0,200}<\S{1,200}@\S{1,200}>.{0,40}:\s*$/.test(first)) return 1
  if (!INTRODUCES.test(first)) return 0
  const next = lines.slice(index + 1, index + 3).map((line) => line.slice(0, MAX_MARK_CHARACTERS))
  const end = next.findIndex((line) => WROTE.test(line))
  const isWhole = next.slice(0, end + 1).every((line) => line.trim() !== '' && !INTRODUCES.test(line))
  return end >= 0 && isWhole ? end + 2 : 0
}

const INTRODUCES = /^\s*(?:on|le|am|el|il|op|den)\b/i
const WROTE = /\b(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef|skrev)\s*:?\s*$/i

/** What follows is a signature, a mail that is quoted or forwarded without marks, or what a telephone adds. */
const ENDS = new RegExp(
  [
    '-- ?',
    '_{5,}.*',
    '-{3,}.*(?:original|forwarded|transféré|origine|weitergeleitet).*',
    '\\s*\\*?(?:from|sent|de|envoyé|von|gesendet)\\s?:.*',
    '\\s*(?:begin forwarded message|début du message (?:transféré|réexpédié)).*',
    '\\s*(?:sent from|get outlook|envoyé (?:de|depuis|à partir)|obtenir outlook|télécharger outlook|von meinem).*',
    '\\s*(?:with |avec )?(?:kind |best |warm |many )?(?:regards|wishes)[\\s,.!]*',
    '\\s*(?:best|cheers|sincerely|yours(?: \\w+)?|yours truly)[\\s,.!]*',
    '\\s*(?:bien )?(?:cordialement|sincèrement|amicalement|à vous|à toi)[\\s,.!]*',
  ]
    .map((each) => `^${each}$`)
    .join('|'),
  'i',
)

function sentencesIn(text: string): readonly string[] {
  const parts = text
    .normalize('NFC')
    .replace(/\b([ap])\.\s?m\.?(?![a-z])/gi, '$1m')
    .replace(ABBREVIATED, '$1')
    .split(/\n[ \t]*\n|\n(?=[ \t]*[-*•·][ \t])|(?<=[!?;])|(?<=\.)(?=\s|$)/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')
  return withDenials(withIntroductions(parts)).filter(({ length }) => length <= MAX_SENTENCE_CHARACTERS)
}

/** A dot that ends no sentence: “Mr. Leroy”, “Thurs. 4 March”. */
const ABBREVIATED =
  /(?<![\p{L}\d])(\p{L}|mrs?|ms|dr|prof|mme|mlle|st|no|nos|vs|approx|env|ca|cf|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|lun|mer|jeu|ven|sam|dim|janv|févr|avr|juil|déc)\.(?=\s)/giu

/** “I cannot make:” belongs to each line of the list below it. */
function withIntroductions(parts: readonly string[]): readonly string[] {
  const found: string[] = []
  let introduction = ''
  let isFirst = false
  for (const part of parts) {
    if (introduction !== '' && (isFirst || /^[-*•·]/.test(part))) found.push(`${introduction} ${part}`)
    else {
      introduction = ''
      found.push(part)
    }
    isFirst = false
    if (part.endsWith(':')) {
      introduction = part
      isFirst = true
    }
  }
  return found
}

/** “Thursday at 16:00? Impossible.”: a short denial belongs to what stands before it. */
function withDenials(parts: readonly string[]): readonly string[] {
  return parts.map((part, index) => {
    const next = parts[index + 1] ?? ''
    return next.length < 40 && DENIES.test(next) ? `${part} ${next}` : part
  })
}

const DENIES = /^(?:no|non|not|nope|never|pas|impossible|unfortunately|sadly|malheureusement|hélas|jamais)\b/i
