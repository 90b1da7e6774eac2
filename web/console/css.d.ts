/** Style sheets are bundled by the build into console.css; nothing is injected at run time. */
declare module '*.css';
