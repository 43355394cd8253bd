/**
 * What the writer of a mail has written himself: without the mail that he answers to or forwards, without his signature,
 * and without the line that his phone adds. Empty if what is left says nothing. In doubt a line is his: words that are
 * shown for nothing cost little, lost words cost much.
 */
export function ownWordsOf(text: string): string {
  const lines = text.replace(INVISIBLE, '').split(/\r\n?|\n/)
  const words = withoutSignature(withoutOtherMail(lines))
    .filter((line) => !ADDED.some((pattern) => pattern.test(line.trim())))
    .join('\n')
    .trim()
  return SAYS_SOMETHING.test(words) ? words : ''
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g

/** A letter, a digit, a sign such as 👍, or a question. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}?!]/u

const DEVICE =
  '(?:i ?phone|i ?pad|i ?os|mobile|mobil(?:e?[nr]?|telefon)?|smartphone|handy|phone|android|samsung|galaxy|blackberry|outlook|mail|yahoo|gmail|proton|tablet|téléphone|telefoon|teléfono|telefono)'
const ON_WHAT = String.raw`(?: (?:for|on|pour|sur|für|auf|para|per|voor|op) [\w .]{1,30})?`

/** Lines that a program adds to what a person writes. */
const ADDED: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:sent|envoyé|gesendet|enviado|inviato|verstuurd|verzonden|skickat|sendt|wysłane) (?:from|via|with|de|depuis|avec|mit|von|desde|con|dal?|vanaf|met|från|fra|z|à partir de)(?: [\w’']{1,12}){0,3}? ?${DEVICE}(?: [\w’']{1,15}){0,3}${ON_WHAT}[.!]?$`,
    'iu',
  ),
  new RegExp(String.raw`^von meinem ${DEVICE}(?: [\w’']{1,15}){0,3} gesendet[.!]?$`, 'iu'),
  /^(?:get|obtenir|obtenez|téléchargez?|hol(?:en)? sie sich|descargar?|scarica|download) outlook (?:for|pour|für|para|per|voor) .{1,60}$/iu,
  /^\[(?:cid|image|inline image)[:\s][^\]]{0,200}\]$/iu,
  /^<(?:https?|mailto):[^>\s]{1,2000}>$/iu,
  /^[-_=*~#.\s]*$/u,
]

/** Quoted lines are left out. From where another mail follows without marks, nothing is known to be his. */
function withoutOtherMail(lines: readonly string[]): readonly string[] {
  const own: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isQuoted(line)) continue
    const next = followingOf(lines, at)
    const opening = openingLength(line, next)
    if (opening > 0) {
      if (!next.slice(opening - 1, opening + 1).some(isQuoted)) return own
      at += opening - 1
    } else if (opensMail(line, next)) return own
    else own.push(line)
  }
  return own
}

function followingOf(lines: readonly string[], at: number): readonly string[] {
  return lines.slice(at + 1, at + 9).filter((line) => line.trim() !== '')
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

/** “On Mon, 1 March 2027 at 10:00 Nadia wrote:”; a person who writes “On Monday I wrote:” names no hour, year or address. */
const OPENINGS: readonly RegExp[] = [
  /^on\b.{6,300}\bwrote\s*:$/iu,
  /^le\b.{6,300}a écrit\s*:$/iu,
  /^am\b.{6,300}\bschrieb\b.{0,120}:$/iu,
  /^el\b.{6,300}escribió\s*:$/iu,
  /^il\b.{6,300}\bha scritto\s*:$/iu,
  /^op\b.{6,300}\bschreef\b.{0,120}:$/iu,
  /^em\b.{6,300}\bescreveu\s*:$/iu,
]
const DATED = /\d{4}|\d[:h.]\d\d|@/u

/** How many lines it takes, since some programs break it; 0: it is none. */
function openingLength(line: string, next: readonly string[]): number {
  const first = line.trim()
  const joined = [1, 2, 3].map((count) =>
    [first, ...next.slice(0, count - 1).map((each) => each.trim())].join(' '),
  )
  return joined.findIndex((text) => DATED.test(text) && OPENINGS.some((pattern) => pattern.test(text))) + 1
}

const NAMES_OF_ANOTHER =
  "forwarded|original (?:message|appointment|mail)|message (?:transféré|réexpédié|d[’']origine|original)|weitergeleitete|ursprüngliche|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|doorgestuurd|oorspronkelijk"
const FORWARDED: readonly RegExp[] = [
  new RegExp(String.raw`^[-_]{2,}\s*(?:${NAMES_OF_ANOTHER})`, 'iu'),
  /^(?:begin forwarded message|début du message (?:transféré|réexpédié)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht)\s*:?$/iu,
]
const SENDER = /^\*?(?:from|de|von|van|da|expéditeur)\s*:\*?\s+\S/iu
const OTHER_HEADER =
  /^\*?(?:sent|date|to|cc|subject|envoyé|à|objet|gesendet|datum|an|betreff|verzonden|aan|onderwerp|enviado|para|asunto|inviato|a|oggetto)\s*:/iu

/** The headers of another mail, as Outlook sets them above it, or the words that a forwarded one begins with. */
function opensMail(line: string, next: readonly string[]): boolean {
  const words = line.trim()
  if (FORWARDED.some((pattern) => pattern.test(words))) return true
  const isRule = /^_{10,}$/u.test(words)
  const [sender = '', ...others] = isRule ? next : [words, ...next]
  return SENDER.test(sender.trim()) && others.slice(0, 3).some((each) => OTHER_HEADER.test(each.trim()))
}

/** RFC 3676 §4.3: what stands below a line of two hyphens. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^--\s?$/u.test(line))
  return at < 0 ? lines : lines.slice(0, at)
}
