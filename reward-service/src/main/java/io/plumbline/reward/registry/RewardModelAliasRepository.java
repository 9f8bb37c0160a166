package io.plumbline.reward.registry;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes aliases, inside the caller's session. */
@ApplicationScoped
class RewardModelAliasRepository implements PanacheRepository<RewardModelAliasEntity> {

  Uni<List<String>> ofVersion(String name, long version) {
    return find("name = ?1 and version = ?2 order by alias", name, version)
        .list()
        .map(rows -> rows.stream().map(row -> row.alias).toList());
  }

  /** Points the alias at the version, whether it existed or not; two at once do not collide. */
  Uni<Void> point(String name, String alias, long version) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into reward_model_alias (name, alias, version) values (?1, ?2, ?3)"
                            + " on conflict (name, alias) do update set version = excluded.version")
                    .setParameter(1, name)
                    .setParameter(2, alias)
                    .setParameter(3, version)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
