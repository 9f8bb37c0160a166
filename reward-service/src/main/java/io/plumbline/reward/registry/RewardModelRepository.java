package io.plumbline.reward.registry;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and writes versions of models, inside the caller's session. */
@ApplicationScoped
class RewardModelRepository implements PanacheRepository<RewardModelEntity> {

  Uni<RewardModelEntity> findVersion(String name, long version) {
    return find("name = ?1 and version = ?2", name, version).firstResult();
  }

  Uni<RewardModelEntity> findAlias(String name, String alias) {
    return find(
            "name = ?1 and version = (select a.version from RewardModelAliasEntity a"
                + " where a.name = ?1 and a.alias = ?2)",
            name,
            alias)
        .firstResult();
  }

  /** Rows after the given one in order of name and version. */
  Uni<List<RewardModelEntity>> page(String afterName, long afterVersion, int size) {
    return find(
            "name > ?1 or (name = ?1 and version > ?2) order by name, version",
            afterName,
            afterVersion)
        .page(0, size)
        .list();
  }

  /** Next version of a name; serialises publishers of one name until the transaction ends. */
  Uni<Long> nextVersion(String name) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext(?1))) locked",
                        Integer.class)
                    .setParameter(1, name)
                    .getSingleResult()
                    .chain(
                        locked ->
                            session
                                .createQuery(
                                    "select coalesce(max(m.version), 0) + 1"
                                        + " from RewardModelEntity m where m.name = ?1",
                                    Long.class)
                                .setParameter(1, name)
                                .getSingleResult()));
  }
}
