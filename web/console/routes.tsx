import { createBrowserRouter, Navigate, Outlet } from 'react-router';
import { ADMINISTRATION, CONTENT, DESK, READERS, SWITCHES, AUDIT } from './frame/access.js';
import { Allowed } from './frame/allowed.js';
import { Broken } from './frame/broken.js';
import { Home } from './frame/home.js';
import { Loading } from './frame/loading.js';
import { Nowhere } from './frame/nowhere.js';
import { Shell } from './frame/shell.js';
import { PasswordPage } from './sign-in/password-page.js';
import { SetupPage } from './sign-in/setup-page.js';
import { SignInPage } from './sign-in/sign-in-page.js';

/** Every screen has an address; the editors' and administrators' ones are fetched when first opened. */
export const router = createBrowserRouter(
  [
    {
      element: <Outlet />,
      errorElement: <Broken />,
      hydrateFallbackElement: <Loading />,
      children: [
        { path: 'sign-in', element: <SignInPage /> },
        { path: 'setup', element: <SetupPage /> },
        { path: 'password', element: <PasswordPage /> },
        {
          element: <Shell />,
          children: [
            { index: true, element: <Home /> },
            {
              element: <Allowed roles={DESK} />,
              children: [
                {
                  path: 'desk',
                  lazy: () => import('./desk/desk-page.js'),
                  children: [
                    { index: true, lazy: () => import('./desk/desk-overview.js') },
                    { path: ':conversationId', lazy: () => import('./conversation/conversation-page.js') },
                  ],
                },
                { path: 'canned', lazy: () => import('./canned/canned-page.js') },
              ],
            },
            {
              element: <Allowed roles={READERS} />,
              children: [
                { path: 'search', lazy: () => import('./search/search-page.js') },
                { path: 'conversation/:conversationId', lazy: () => import('./search/read-page.js') },
              ],
            },
            {
              element: <Allowed roles={CONTENT} />,
              children: [
                { path: 'articles', lazy: () => import('./editor/articles-page.js') },
                { path: 'articles/new', lazy: () => import('./editor/new-article-page.js') },
                { path: 'articles/edit/*', lazy: () => import('./editor/article-page.js') },
                { path: 'try', lazy: () => import('./editor/try-page.js') },
                { path: 'snapshots', lazy: () => import('./editor/snapshots-page.js') },
              ],
            },
            {
              element: <Allowed roles={ADMINISTRATION} />,
              children: [{ path: 'accounts', lazy: () => import('./administration/accounts-page.js') }],
            },
            {
              element: <Allowed roles={SWITCHES} />,
              children: [{ path: 'switches', lazy: () => import('./administration/switches-page.js') }],
            },
            { element: <Allowed roles={AUDIT} />, children: [{ path: 'audit', lazy: () => import('./administration/audit-page.js') }] },
            { path: 'me', lazy: () => import('./settings/me-page.js') },
            { path: '*', element: <Nowhere /> },
          ],
        },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ],
  { basename: '/console' },
);
