/** “d’Odile”, “de Tom”: before a vowel or an h the French “de” loses its own; “Yves” begins with one, “Yann” does not. */
export function de(name: string): string {
  return /^(?:[haeiouœæàâäáéèêëîïíôöóùûüú]|y(?![aeiou]))/i.test(name) ? `d’${name}` : `de ${name}`
}
