# Two stages: the compiler and the browsers' build tools stay in the first.
FROM node:24-bookworm AS build
WORKDIR /guichet
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production GUICHET_DATA=/data
WORKDIR /guichet
COPY --from=build /guichet/package.json ./
COPY --from=build /guichet/node_modules ./node_modules
COPY --from=build /guichet/dist ./dist
COPY --from=build /guichet/knowledge-base ./knowledge-base
COPY --from=build /guichet/intents ./intents
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/cli.js", "serve"]
