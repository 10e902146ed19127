using Alentour.Foundation.Store;
using Alentour.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alentour.Community.Organizations;

/// <summary>The house in the database. Everything in it is at level Open.</summary>
public sealed class HouseStore(Db db)
{
    // Compiled once: the first page asks it each time.
    static readonly Func<Db, CancellationToken, Task<House?>> First =
        EF.CompileAsyncQuery((Db db, CancellationToken stop) => db.Set<House>().OrderBy(h => h.Id).FirstOrDefault());

    /// <summary>The house, or null while none is set up.</summary>
    public Task<House?> ForPublicAsync(CancellationToken stop) => First(db, stop);

    sealed class Map : IEntityTypeConfiguration<House>
    {
        public void Configure(EntityTypeBuilder<House> builder)
        {
            builder.Property(h => h.Kind).HasConversion<string>();
            builder.Property(h => h.Tagline).AsJson();
            builder.Property(h => h.OpeningHours).AsJson();
            builder.Property(h => h.Exceptions).AsJson();
            builder.Property(h => h.Directions).AsJson();
            builder.Property(h => h.Access).AsJson();
            builder.Property(h => h.WhoDecides).AsJson();
            builder.Property(h => h.Story).AsJson();
            builder.Property(h => h.MemberQuote).AsJson();
            builder.Property(h => h.ExitAddress).HasConversion<string>();
        }
    }
}
