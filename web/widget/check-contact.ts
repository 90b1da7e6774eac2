export type ContactField = 'email' | 'phone' | 'consent';
/** Which sentence stands beside which field. */
export type ContactErrors = Partial<Record<ContactField, 'contact' | 'email' | 'phone' | 'consent'>>;

export interface ContactValues {
  email: string;
  phone: string;
  consent: boolean;
}
/** The rules of the contract, checked before the call so that each error can be shown where it is. */
export function checkContact({ email, phone, consent }: ContactValues): ContactErrors {
  const errors: ContactErrors = {};
  const [mail, number] = [email.trim(), phone.trim()];
  if (mail === '' && number === '') errors.email = 'contact';
  if (mail !== '' && !/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(mail)) errors.email = 'email';
  if (number !== '' && !/^\+?[0-9][0-9 .()-]{5,24}$/.test(number)) errors.phone = 'phone';
  if (!consent) errors.consent = 'consent';
  return errors;
}
