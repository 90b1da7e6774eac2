export function longMessages(): { name: string; text: string }[];
