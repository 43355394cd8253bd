import { labelAsWritten } from './punycode.ts'

/**
 * A text as an eye reads it: without accents, invisible marks and what addresses put in place of letters, and full-width
 * forms as the letters they are. Its letters stay in their own script.
 */
export function asRead(text: string): string {
  if (/^[\n -~]*$/.test(text) && !/%|xn--/i.test(text)) return text
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, decoded)
    .replace(/(?<![a-z0-9-])xn--[a-z0-9-]{1,59}/gi, labelAsWritten)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFC')
}

/** What is no UTF-8 stays as it is. */
function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return escaped
  }
}

/** Letters that look like Latin ones, and digits between letters: “Соасh” and “c0ach” are read as “coach”. */
export function inLatin(word: string): string {
  if (/^[A-Za-z]*$/.test(word)) return word
  const latin = Array.from(word, (letter) => ALIKE.get(letter) ?? letter).join('')
  return latin.replace(/(?<=\p{L})[013457]+(?=\p{L})/gu, (digits) =>
    Array.from(digits, (digit) => DIGITS[Number(digit)] ?? digit).join(''),
  )
}

const DIGITS: readonly (string | undefined)[] = ['o', 'i', undefined, 'e', 'a', 's', undefined, 't']

/** One for one, by script: Cyrillic, Greek, Latin with a stroke or without its dot, small capitals. */
const PAIRS = [
  ['АВЕЅІЈКМНОРСТУХԚԜаевѕіјкмнорстухԛԝһӏԁпг', 'ABESIJKMHOPCTYXQWaebsijkmhopctyxqwhldnr'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϺαβγεηικμνορσςτυχωϻ', 'ABEZHIKMNOPTYXMabyenikmvopostuxwm'],
  ['ØøŁłĐđĦħıȷŦŧɡɑ', 'OoLlDdHhijTtga'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
] as const

const ALIKE: ReadonlyMap<string, string> = new Map([
  ...PAIRS.flatMap(([alike, latin]) =>
    Array.from(alike, (letter, at) => [letter, latin.charAt(at)] as const),
  ),
  ...(['æ', 'Æ', 'œ', 'Œ', 'ß'] as const).map(
    (letter, at) => [letter, ['ae', 'AE', 'oe', 'OE', 'ss'][at] ?? letter] as const,
  ),
])
