/** Letters that are no base letter with a mark, as people type them who do not have them. */
const AS_TYPED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** What two spellings of one name have in common: no case, no accents, one kind of apostrophe and hyphen. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Marks, and what nobody sees: names that are copied from a mail bring it along.
      .replaceAll(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase()
      .replaceAll(/[ßæœøłđðþıς]/g, (letter) => AS_TYPED[letter] ?? letter)
      .replaceAll(/[‘’ʼ`´]/g, "'")
      .replaceAll(/[‐‑–—]/g, '-')
  )
}

/** The words of a search, folded, without what surrounds a name or an address. All of them have to be found. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/[\s,;<>()"“”„«»]+/)
    .filter((word) => word !== '')
}
