/** Whether an error is that of a property's name, and not of the value that has it. */
export function isNameError({ keyword }: { readonly keyword: string }): boolean {
  return /^(?:name|sameName|propertyNames|(?:additional|unevaluated)Properties)$/.test(keyword);
}
